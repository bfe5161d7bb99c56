import type { AlertRule, Runbook } from '../../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../../forms/scenario.ts';
import { cadvisor, kubeState, type Place } from '../../../forms/selector.ts';
import { INFRASTRUCTURE } from '../../../forms/uid.ts';

/** Namespaces near their quota, and containers held back by their limit. Names and numbers as in kubernetes-mixin. */
export function quotaAlerts(place: Place): readonly AlertRule[] {
  return [...LEVELS.map((level) => quota(level, place)), throttling(place)];
}

interface Level {
  readonly alert: string;
  readonly bounds: string;
  readonly severity: 'info' | 'warning';
  readonly state: string;
  /** Used of a quota of 100, when it fires and when it does not. */
  readonly fires: number;
  readonly quiet: number;
}

const LEVELS: readonly Level[] = [
  {
    alert: 'KubeQuotaAlmostFull',
    bounds: '> 0.9 < 1',
    severity: 'info',
    state: 'almost full',
    fires: 95,
    quiet: 90,
  },
  { alert: 'KubeQuotaFullyUsed', bounds: '== 1', severity: 'info', state: 'full', fires: 100, quiet: 99 },
  {
    alert: 'KubeQuotaExceeded',
    bounds: '> 1',
    severity: 'warning',
    state: 'exceeded',
    fires: 120,
    quiet: 100,
  },
];

const QUOTA = 'kube_resourcequota';

function quota({ alert, bounds, severity, state, fires, quiet }: Level, { owned, one }: Place): AlertRule {
  const of = (type: string) =>
    `max by (namespace, resourcequota, resource) (${kubeState(QUOTA, owned, `type="${type}"`)})`;
  const example = (type: string) =>
    kubeState(QUOTA, one, 'resourcequota="shop"', 'resource="pods"', `type="${type}"`);
  const used = (amount: number) => ({ [example('used')]: `${amount}x30`, [example('hard')]: '100x30' });
  return {
    alert,
    expr: `${of('used')} / (${of('hard')} > 0) ${bounds}`,
    for: '15m',
    severity,
    summary: `The quota of {{ $labels.resource }} in {{ $labels.namespace }} is ${state}`,
    description:
      'Namespace {{ $labels.namespace }} uses {{ $value | humanizePercentage }} of the {{ $labels.resource }} in quota {{ $labels.resourcequota }}.',
    dashboard: INFRASTRUCTURE,
    runbook: QUOTA_RUNBOOK,
    test: {
      fires: scenario(`${fires} of 100 are used`, '20m', used(fires)),
      quiet: [
        scenario(`${quiet} of 100 are used`, '20m', used(quiet)),
        scenario('nothing is allowed and nothing used', '20m', {
          [example('used')]: '0x30',
          [example('hard')]: '0x30',
        }),
        WITHOUT_SERIES,
      ],
    },
  };
}

const QUOTA_RUNBOOK: Runbook = {
  impact: 'New pods are refused once it is full: services cannot grow, and rollouts and drained pods wait.',
  diagnosis: [
    'See what is used: `kubectl -n <namespace> describe resourcequota`',
    'See who uses most of it: `kubectl -n <namespace> get pods -o custom-columns=POD:.metadata.name,CPU:.spec.containers[*].resources.requests.cpu,MEMORY:.spec.containers[*].resources.requests.memory`',
  ],
  queries: [
    {
      query: `${kubeState(QUOTA, 'type="used"')} / ignoring (type) (${kubeState(QUOTA, 'type="hard"')} > 0)`,
      tells: 'How much of each quota is used.',
    },
  ],
  mitigation: [
    'Raise the quota of the namespace in the environment, if nodes have room.',
    'Lower requests of services that use far less than they ask for.',
  ],
};

const PERIODS = 'container_cpu_cfs_periods_total';
const THROTTLED = 'container_cpu_cfs_throttled_periods_total';

function throttling({ owned, one }: Place): AlertRule {
  const increase = (metric: string) =>
    `sum by (namespace, pod, container) (increase(${cadvisor(metric, owned, 'container!=""')}[5m]))`;
  const example = (metric: string) => cadvisor(metric, one, 'pod="api-1"', 'container="app"');
  const series = (throttled: string, periods: string) => ({
    [example(THROTTLED)]: throttled,
    [example(PERIODS)]: periods,
  });
  return {
    alert: 'CPUThrottlingHigh',
    expr: `${increase(THROTTLED)} / ${increase(PERIODS)} > 0.25`,
    for: '15m',
    severity: 'info',
    summary: 'Container {{ $labels.container }} of pod {{ $labels.pod }} is held back by its CPU limit',
    description:
      '{{ $value | humanizePercentage }} of the time slices of {{ $labels.container }} in {{ $labels.namespace }}/{{ $labels.pod }} ended early.',
    dashboard: INFRASTRUCTURE,
    runbook: THROTTLING,
    test: {
      fires: scenario('half of the slices end early', '30m', series('0+300x40', '0+600x40')),
      quiet: [
        scenario('a tenth of them does', '30m', series('0+60x40', '0+600x40')),
        scenario('the container does nothing', '30m', series('0x40', '0x40')),
        scenario('the counters start again', '30m', series('0+60x20 0+60x20', '0+600x20 0+600x20')),
        WITHOUT_SERIES,
      ],
    },
  };
}

const THROTTLING: Runbook = {
  impact: 'Requests take longer than they need to, most of all the slowest ones.',
  diagnosis: ['Compare what it uses with its limit on the dashboard of the service.'],
  queries: [
    {
      query: `topk(10, sum by (namespace, pod, container) (rate(${cadvisor('container_cpu_usage_seconds_total', 'container!=""')}[5m])))`,
      tells: 'Which containers use most CPU, in cores.',
    },
  ],
  mitigation: ['Raise or remove `resources.limits.cpu`; requests alone share the CPU fairly.'],
};
