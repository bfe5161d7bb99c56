import type { AlertRule, Runbook } from '../../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../../forms/scenario.ts';
import { nodeExporter } from '../../../forms/selector.ts';
import { INFRASTRUCTURE } from '../../../forms/uid.ts';

/** Nodes with too much to do. Names and numbers as in the mixin of node-exporter. */
export function loadAlerts(): readonly AlertRule[] {
  return [cpu(), saturation(), memory(), majorFaults(), disk()];
}

const NODE = 'instance="node-1"';

function cpu(): AlertRule {
  return {
    alert: 'NodeCPUHighUsage',
    expr: `100 * ${nodeExporter('instance:node_cpu_utilisation:rate5m')} > 90`,
    for: '15m',
    severity: 'info',
    summary: 'Node {{ $labels.instance }} has no CPU to spare',
    description:
      'Node {{ $labels.instance }} has used {{ $value | printf "%.0f" }}% of its CPU for 15 minutes.',
    dashboard: INFRASTRUCTURE,
    runbook: BUSY,
    test: {
      fires: scenario('it idles a twentieth of the time', '25m', cpuSeries('0+3x40', '0+57x40')),
      quiet: [
        scenario('it idles half of the time', '25m', cpuSeries('0+30x40', '0+30x40')),
        scenario('it starts again', '25m', cpuSeries('0+30x20 0+30x20', '0+30x20 0+30x20')),
        WITHOUT_SERIES,
      ],
    },
  };
}

function cpuSeries(idle: string, user: string) {
  const of = (mode: string) => nodeExporter('node_cpu_seconds_total', NODE, 'cpu="0"', `mode="${mode}"`);
  return { [of('idle')]: idle, [of('user')]: user };
}

const LOAD = 'node_load1';

function saturation(): AlertRule {
  return {
    alert: 'NodeSystemSaturation',
    expr: `${nodeExporter('instance:node_load1_per_cpu:ratio')} > 2`,
    for: '15m',
    severity: 'warning',
    summary: 'Node {{ $labels.instance }} has more to do than it can',
    description:
      'On each CPU of {{ $labels.instance }} {{ $value | printf "%.1f" }} processes have run or waited for 15 minutes.',
    dashboard: INFRASTRUCTURE,
    runbook: BUSY,
    test: {
      fires: scenario('three a CPU', '25m', {
        ...cpuSeries('0+1x40', '0+59x40'),
        [nodeExporter(LOAD, NODE)]: '3x40',
      }),
      quiet: [
        scenario('one a CPU', '25m', {
          ...cpuSeries('0+1x40', '0+59x40'),
          [nodeExporter(LOAD, NODE)]: '1x40',
        }),
        scenario('the number of CPUs is not known', '25m', { [nodeExporter(LOAD, NODE)]: '3x40' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

function memory(): AlertRule {
  const [free, all] = ['node_memory_MemAvailable_bytes', 'node_memory_MemTotal_bytes'].map((metric) =>
    nodeExporter(metric, NODE),
  ) as [string, string];
  return {
    alert: 'NodeMemoryHighUtilization',
    expr: `100 * ${nodeExporter('instance:node_memory_utilisation:ratio')} > 90`,
    for: '15m',
    severity: 'warning',
    summary: 'Node {{ $labels.instance }} has almost no memory left',
    description:
      'Node {{ $labels.instance }} has used {{ $value | printf "%.0f" }}% of its memory for 15 minutes.',
    dashboard: INFRASTRUCTURE,
    runbook: {
      ...BUSY,
      impact:
        'The kubelet evicts pods, or the kernel kills processes, those that use more than they requested first.',
    },
    test: {
      fires: scenario('5 of 100 are free', '20m', { [free]: '5x30', [all]: '100x30' }),
      quiet: [
        scenario('half is free', '20m', { [free]: '50x30', [all]: '100x30' }),
        scenario('the size is told as 0', '20m', { [free]: '0x30', [all]: '0x30' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

function majorFaults(): AlertRule {
  const faults = nodeExporter('node_vmstat_pgmajfault', NODE);
  return {
    alert: 'NodeMemoryMajorPagesFaults',
    expr: `${nodeExporter('instance:node_vmstat_pgmajfault:rate5m')} > 500`,
    for: '15m',
    severity: 'warning',
    summary: 'Node {{ $labels.instance }} reads memory back from disk',
    description:
      'Node {{ $labels.instance }} has had {{ $value | printf "%.0f" }} major page faults a second for 15 minutes: it is short of memory.',
    dashboard: INFRASTRUCTURE,
    runbook: BUSY,
    test: {
      fires: scenario('1000 a second', '25m', { [faults]: '0+60000x40' }),
      quiet: [
        scenario('10 a second', '25m', { [faults]: '0+600x40' }),
        scenario('the counter starts again', '25m', { [faults]: '0+600x20 0+600x20' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

function disk(): AlertRule {
  const waiting = nodeExporter('node_disk_io_time_weighted_seconds_total', NODE, 'device="nvme0n1"');
  return {
    alert: 'NodeDiskIOSaturation',
    expr: `${nodeExporter('instance_device:node_disk_io_time_weighted_seconds:rate5m')} > 10`,
    for: '30m',
    severity: 'warning',
    summary: 'Disk {{ $labels.device }} of node {{ $labels.instance }} cannot keep up',
    description:
      '{{ $value | printf "%.0f" }} requests have waited for {{ $labels.device }} of {{ $labels.instance }} at any time for 30 minutes.',
    dashboard: INFRASTRUCTURE,
    runbook: {
      ...BUSY,
      impact: 'Whatever writes or reads on this disk is slow; pods start slowly.',
      mitigation: ['Use a disk with more operations a second, or move what writes so much to another node.'],
    },
    test: {
      fires: scenario('20 wait', '40m', { [waiting]: '0+1200x60' }),
      quiet: [
        scenario('one waits', '40m', { [waiting]: '0+60x60' }),
        scenario('the counter starts again', '40m', { [waiting]: '0+60x30 0+60x30' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

const BUSY: Runbook = {
  impact: 'Pods on this node are slower than on others.',
  diagnosis: [
    'See what uses most: `kubectl -n <namespace> top pods --sort-by=cpu`',
    'See what runs there: `kubectl -n <namespace> get pods --field-selector spec.nodeName=<node>`',
    'Compare with other nodes: if all are busy the cluster is too small, if one is its pods request too little.',
  ],
  queries: [
    {
      query:
        'topk(10, sum by (node, namespace, pod) (rate(container_cpu_usage_seconds_total{job="kubelet",container!=""}[5m])))',
      tells: 'Which pods use most CPU, in cores.',
    },
    {
      query:
        'topk(10, sum by (node, namespace, pod) (container_memory_working_set_bytes{job="kubelet",container!=""}))',
      tells: 'Which pods use most memory, in bytes.',
    },
  ],
  mitigation: [
    'Raise the requests of pods that use far more than they request, so that they are spread better.',
    'Let the cluster grow.',
    'In need: cordon the node, and delete the busiest pod that can be missed for a moment.',
  ],
};
