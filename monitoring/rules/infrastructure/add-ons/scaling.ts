import type { AlertRule } from '../../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../../forms/scenario.ts';
import { type Place, selector } from '../../../forms/selector.ts';
import { ADD_ONS } from '../../../forms/uid.ts';
import { controllerFailing } from './controllers.ts';

/** KEDA cannot find out how many requests a service gets. */
export function kedaAlerts({ owned, one }: Place): readonly AlertRule[] {
  return [
    controllerFailing({
      addOn: 'keda',
      alert: 'ScalerFailing',
      metric: 'keda_scaled_object_errors_total',
      matchers: [owned],
      by: ['namespace', 'scaledObject'],
      example: [one, 'scaledObject="api"'],
      summary: 'KEDA cannot tell how far to scale {{ $labels.scaledObject }}',
      description:
        'KEDA has failed to scale {{ $labels.namespace }}/{{ $labels.scaledObject }} for 15 minutes, again and again.',
      impact: 'The service keeps the pods it has, or as many as its `fallback` says, whatever requests come.',
      diagnosis: [
        'Read why: `kubectl -n <namespace> describe scaledobject <name>`. It is mostly Prometheus that does not answer, or a query without a result.',
        'See whether Prometheus answers, and lets KEDA ask: NetworkPolicy `prometheus`.',
      ],
      mitigation: [
        'Bring Prometheus back.',
        'Meanwhile, set `scaling.min` of the service to what its load needs.',
      ],
    }),
  ];
}

const karpenter = selector('karpenter');
const PENDING = 'karpenter_scheduler_unschedulable_pods_count';

/** Karpenter cannot get nodes, or has none that would fit. */
export function karpenterAlerts(): readonly AlertRule[] {
  return [
    controllerFailing({
      addOn: 'karpenter',
      alert: 'KarpenterCloudFailing',
      metric: 'karpenter_cloudprovider_errors_total',
      // That a node is gone, or that one type is used up, is told as an error too and met by itself.
      matchers: ['error!~"NodeClaimNotFoundError|InsufficientCapacityError"'],
      by: ['method', 'error'],
      example: ['method="Create"', 'error="NodeClassNotReadyError"'],
      summary: 'Karpenter fails at {{ $labels.method }}',
      description: 'Karpenter has failed at {{ $labels.method }} in AWS, again and again for 15 minutes.',
      impact: 'Pods that need a new node stay Pending; nodes that are not needed stay.',
      diagnosis: [
        'Read its log: `kubectl -n kube-system logs -l app.kubernetes.io/name=karpenter --tail=200`',
        'See whether its pools of nodes are ready: `kubectl get nodepools`',
      ],
      mitigation: ['Mend what the log names: a role, a subnet, a quota of AWS.'],
    }),
    unschedulable(),
  ];
}

function unschedulable(): AlertRule {
  const example = karpenter(PENDING, 'controller="provisioner"');
  return {
    alert: 'KarpenterPodsUnschedulable',
    expr: `max(${karpenter(PENDING)}) > 0`,
    for: '15m',
    severity: 'warning',
    summary: 'No node that Karpenter may make fits {{ $value }} pods',
    description: 'Karpenter has found no node that would fit {{ $value }} pods for 15 minutes.',
    dashboard: ADD_ONS,
    runbook: {
      impact: 'Those pods stay Pending: a release stands still, or a service has too few pods.',
      diagnosis: [
        'See which, and why: `kubectl -n <namespace> get pods --field-selector=status.phase=Pending`, then describe one.',
        'Limits of the NodePool, zones of a volume, taints, or requests larger than any node.',
      ],
      queries: [{ query: karpenter(PENDING), tells: 'How many pods.' }],
      mitigation: ['Raise the limits of the NodePool, or ask for less.'],
    },
    test: {
      fires: scenario('two pods fit nowhere', '30m', { [example]: '2x60' }),
      quiet: [
        scenario('all fit', '30m', { [example]: '0x60' }),
        scenario('for five minutes', '30m', { [example]: '0x10 2x5 0x60' }),
        WITHOUT_SERIES,
      ],
    },
  };
}
