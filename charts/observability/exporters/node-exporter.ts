import { type Exporters, exporter } from './exporter.ts';

/** node-exporter on every node, except where the Prometheus operator has it. */
export const nodeExporter: Exporters = (_environment, { mode, parts, nodeAgents }) => {
  if (mode !== 'standalone' || !parts.nodes || nodeAgents === undefined) return [];
  return [
    {
      ...exporter(9100, '/'),
      name: 'node-exporter',
      program: 'node-exporter',
      kind: 'DaemonSet',
      namespace: nodeAgents,
      args: [
        '--web.listen-address=:9100',
        `--path.procfs=${ROOT}/proc`,
        `--path.sysfs=${ROOT}/sys`,
        `--path.rootfs=${ROOT}`,
        `--path.udev.data=${ROOT}/run/udev/data`,
        '--collector.disable-defaults',
        ...COLLECTORS.map((name) => `--collector.${name}`),
        '--collector.filesystem.mount-points-exclude=^/(dev|proc|sys|run/containerd/.+|var/lib/containerd/.+|var/lib/kubelet/.+)($|/)',
        `--collector.filesystem.fs-types-exclude=^(${VIRTUAL})$`,
      ],
      // Reading the files of the node is all: no network, process or right of its.
      hostPaths: [{ name: 'root', path: '/', mountPath: ROOT }],
      tolerations: [{ operator: 'Exists' }],
      ingress: [],
      egress: [],
    },
  ];
};

const ROOT = '/host/root';

/**
 * Without those that see the network of whoever asks (netdev, netstat, sockstat, conntrack ...): here that of the pod.
 * https://github.com/prometheus/node_exporter/tree/v1.12.1#collectors
 */
const COLLECTORS = [
  'cpu',
  'diskstats',
  'filefd',
  'filesystem',
  'loadavg',
  'meminfo',
  'os',
  'pressure',
  'schedstat',
  'stat',
  'time',
  'timex',
  'uname',
  'vmstat',
];

/** File systems that are no disk. */
const VIRTUAL =
  'autofs|binfmt_misc|bpf|cgroup2?|configfs|debugfs|devpts|devtmpfs|efivarfs|fusectl|hugetlbfs|mqueue|nsfs|overlay|proc|pstore|rpc_pipefs|securityfs|squashfs|sysfs|tmpfs|tracefs';
