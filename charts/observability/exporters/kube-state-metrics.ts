import type { PolicyRule } from '../../../imports/kubernetes.ts';
import { KUBE_STATE_METRICS_SELF } from '../../../monitoring/scrape/components.ts';
import { componentPeer } from '../../component/labels.ts';
import { kubernetesApiRule } from '../../network/changing-addresses.ts';
import { type Exporters, exporter, probes } from './exporter.ts';

/** kube-state-metrics: what the API server knows of workloads, nodes and volumes. The operator has its own. */
export const kubeStateMetrics: Exporters = (environment, { mode, parts }) => {
  if (mode !== 'standalone' || !parts.metrics) return [];
  const { livenessProbe } = probes('/livez', 'http');
  const { readinessProbe } = probes('/readyz', 'http-self');
  const self = { name: 'http-self', number: KUBE_STATE_METRICS_SELF };
  return [
    {
      ...exporter(8080, '/livez', SIZE),
      name: 'kube-state-metrics',
      program: 'kube-state-metrics',
      isPaging: true,
      args: [
        '--port=8080',
        `--telemetry-port=${KUBE_STATE_METRICS_SELF}`,
        `--resources=${RESOURCES.join(',')}`,
        `--metric-labels-allowlist=pods=[${LABELS.join(',')}]`,
      ],
      ports: [{ name: 'http', number: 8080 }, self],
      livenessProbe,
      readinessProbe,
      clusterRights: RIGHTS,
      ingress: [
        { from: [componentPeer('prometheus', environment)], ports: [{ protocol: 'TCP', port: self.number }] },
      ],
      egress: [kubernetesApiRule(environment)],
    },
  ];
};

/** Listing all pods of a cluster takes memory: https://github.com/kubernetes/kube-state-metrics#resource-recommendation */
const SIZE = {
  requests: { cpu: '20m', memory: '256Mi' },
  limits: { cpu: undefined, memory: '1Gi' },
};

/** Of the labels of pods, those that rules and dashboards join by; every other would be a label of a series as well. */
const LABELS = ['app.kubernetes.io/name', 'app.kubernetes.io/part-of', 'charthouse.dev/variant'];

const KINDS: readonly { readonly group: string; readonly resources: readonly string[] }[] = [
  {
    group: '',
    resources: [
      'namespaces',
      'nodes',
      'persistentvolumeclaims',
      'persistentvolumes',
      'pods',
      'resourcequotas',
    ],
  },
  { group: 'apps', resources: ['daemonsets', 'deployments', 'replicasets', 'statefulsets'] },
  { group: 'autoscaling', resources: ['horizontalpodautoscalers'] },
  { group: 'batch', resources: ['cronjobs', 'jobs'] },
  { group: 'policy', resources: ['poddisruptionbudgets'] },
];

/** Nothing that holds secrets or configuration. */
const RESOURCES = KINDS.flatMap(({ resources }) => resources).sort();

const RIGHTS: readonly PolicyRule[] = KINDS.map(({ group, resources }) => ({
  apiGroups: [group],
  resources,
  verbs: ['list', 'watch'],
}));
