import type { AlertRule, Runbook } from '../../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../../forms/scenario.ts';
import { kubeState } from '../../../forms/selector.ts';
import { INFRASTRUCTURE } from '../../../forms/uid.ts';

/** A cluster that could not bear the loss of its largest node. Of the whole cluster, as nodes are shared. */
export function capacityAlerts(): readonly AlertRule[] {
  return [
    overcommit({ alert: 'KubeCPUOvercommit', resource: 'cpu', value: '{{ $value | humanize }} cores' }),
    overcommit({ alert: 'KubeMemoryOvercommit', resource: 'memory', value: '{{ $value | humanize1024 }}B' }),
  ];
}

interface Resource {
  readonly alert: string;
  readonly resource: 'cpu' | 'memory';
  readonly value: string;
}

const ALLOCATABLE = 'kube_node_status_allocatable';

function overcommit({ alert, resource, value }: Resource): AlertRule {
  const requested = `sum(namespace_${resource}:kube_pod_container_resource_requests:sum)`;
  const nodes = `max by (node) (${kubeState(ALLOCATABLE, `resource="${resource}"`)})`;
  const others = `(sum(${nodes}) - max(${nodes}))`;
  const node = (name: string) => kubeState(ALLOCATABLE, `node="${name}"`, `resource="${resource}"`);
  const example = (requests: number) => ({
    [`namespace_${resource}:kube_pod_container_resource_requests:sum{namespace="shop"}`]: `${requests}x30`,
    [node('a')]: '8x30',
    [node('b')]: '8x30',
  });
  return {
    alert,
    expr: `${requested} - ${others} > 0\nand\n${others} > 0`,
    for: '10m',
    severity: 'warning',
    summary: `The cluster has not enough ${resource} to lose a node`,
    description: `Pods request ${value} more than the nodes have without the largest one.`,
    dashboard: INFRASTRUCTURE,
    runbook: OVERCOMMITTED,
    test: {
      fires: scenario('12 are requested and one node of two has 8', '15m', example(12)),
      quiet: [
        scenario('6 are requested', '15m', example(6)),
        scenario('there is only one node', '15m', {
          [`namespace_${resource}:kube_pod_container_resource_requests:sum{namespace="shop"}`]: '12x30',
          [node('a')]: '8x30',
        }),
        WITHOUT_SERIES,
      ],
    },
  };
}

const OVERCOMMITTED: Runbook = {
  impact: 'If a node is lost, some pods wait until there is a new one.',
  diagnosis: [
    'See how full the nodes are: `kubectl describe nodes`, the part Allocated resources.',
    'See whether nodes are added by themselves, and what keeps them from it: the events of Karpenter or of the cluster autoscaler.',
  ],
  queries: [
    {
      query: 'topk(10, namespace_memory:kube_pod_container_resource_requests:sum)',
      tells: 'Which namespaces request most memory, in bytes.',
    },
    {
      query: 'topk(10, namespace_cpu:kube_pod_container_resource_requests:sum)',
      tells: 'Which namespaces request most CPU, in cores.',
    },
  ],
  mitigation: [
    'Add a node, or lower requests of pods that use far less than they ask for.',
    'Where nodes are added within a minute or two, this may be borne: silence it for good with a reason.',
  ],
};
