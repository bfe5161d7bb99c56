import type { AlertRule, Runbook } from '../../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../../forms/scenario.ts';
import { kubeState, type Place } from '../../../forms/selector.ts';
import { INFRASTRUCTURE } from '../../../forms/uid.ts';

/** Autoscaling at its end, and budgets that let no node drain. Names and times as in kubernetes-mixin. */
export function scalingAlerts(place: Place): readonly AlertRule[] {
  return [maxedOut(place), replicasMismatch(place), notEnoughHealthy(place)];
}

const CURRENT = 'kube_horizontalpodautoscaler_status_current_replicas';
const DESIRED = 'kube_horizontalpodautoscaler_status_desired_replicas';
const LEAST = 'kube_horizontalpodautoscaler_spec_min_replicas';
const MOST = 'kube_horizontalpodautoscaler_spec_max_replicas';

/** Series of an autoscaler from 2 to 10 that has and wants so many. */
function autoscaler({ one }: Place, current: string, desired: string, most = '10x60') {
  const state = (metric: string) => kubeState(metric, one, 'horizontalpodautoscaler="api"');
  return {
    [state(LEAST)]: '2x60',
    [state(MOST)]: most,
    [state(CURRENT)]: current,
    [state(DESIRED)]: desired,
  };
}

function perAutoscaler(query: string): string {
  return `max by (namespace, horizontalpodautoscaler) (${query})`;
}

function maxedOut(place: Place): AlertRule {
  const state = (metric: string) => perAutoscaler(kubeState(metric, place.owned));
  return {
    alert: 'KubeHpaMaxedOut',
    // One that may not move at all (least = most) is at its end by intention.
    expr: `(${state(CURRENT)} == ${state(MOST)})\nand\n(${state(MOST)} > ${state(LEAST)})`,
    for: '15m',
    severity: 'warning',
    summary: '{{ $labels.horizontalpodautoscaler }} has as many pods as it may',
    description:
      'The autoscaler {{ $labels.namespace }}/{{ $labels.horizontalpodautoscaler }} has been at its most, {{ $value }} pods, for 15 minutes.',
    dashboard: INFRASTRUCTURE,
    runbook: AT_ITS_END,
    test: {
      fires: scenario('ten of ten', '20m', autoscaler(place, '10x60', '10x60')),
      quiet: [
        scenario('nine of ten', '20m', autoscaler(place, '9x60', '9x60')),
        scenario('a peak of ten minutes', '10m', autoscaler(place, '10x10 4x50', '10x10 4x50')),
        scenario('least and most are the same', '20m', autoscaler(place, '2x60', '2x60', '2x60')),
        WITHOUT_SERIES,
      ],
    },
  };
}

const AT_ITS_END: Runbook = {
  impact: 'More load makes the service slower from here on, and then it fails.',
  diagnosis: [
    'See what drives it: `kubectl -n <namespace> describe hpa <name>`',
    'Compare its requests with those of the days before on its dashboard: more users, a client that repeats, or a slower dependency?',
  ],
  queries: [
    {
      query: `${kubeState(CURRENT)} / ${kubeState(MOST)}`,
      tells: 'How much of its room each autoscaler uses.',
    },
  ],
  mitigation: [
    'If the load is real, raise `scaling.max` of the service, and see that quota and nodes have room for it.',
    'If a dependency is slow, mend that: more pods make it worse.',
    'If one client causes it, limit its rate.',
  ],
};

function replicasMismatch(place: Place): AlertRule {
  const state = (metric: string) => perAutoscaler(kubeState(metric, place.owned));
  return {
    alert: 'KubeHpaReplicasMismatch',
    expr: [
      `(${state(DESIRED)} != ${state(CURRENT)})`,
      `(${state(CURRENT)} > ${state(LEAST)})`,
      `(${state(CURRENT)} < ${state(MOST)})`,
      `(${perAutoscaler(`changes(${kubeState(CURRENT, place.owned)}[15m])`)} == 0)`,
    ].join('\nand\n'),
    for: '15m',
    severity: 'warning',
    summary: '{{ $labels.horizontalpodautoscaler }} does not get the pods it wants',
    description:
      'The autoscaler {{ $labels.namespace }}/{{ $labels.horizontalpodautoscaler }} has wanted {{ $value }} pods for 15 minutes, and their number has not changed.',
    dashboard: INFRASTRUCTURE,
    runbook: NOT_SCALING,
    test: {
      fires: scenario('four run and six are wanted', '40m', autoscaler(place, '4x60', '6x60')),
      quiet: [
        scenario('as many run as are wanted', '40m', autoscaler(place, '4x60', '4x60')),
        scenario('the number rises', '40m', autoscaler(place, '3x14 4x14 5x30', '6x60')),
        WITHOUT_SERIES,
      ],
    },
  };
}

const NOT_SCALING: Runbook = {
  impact: 'The service has fewer pods than its load needs, or pays for more than it needs.',
  diagnosis: [
    'Read what it says: `kubectl -n <namespace> describe hpa <name>`, the conditions AbleToScale and ScalingActive.',
    'See whether pods are pending or refused by a quota: `kubectl -n <namespace> get events --sort-by=.lastTimestamp`',
  ],
  queries: [
    {
      query: `${kubeState(DESIRED)} - ${kubeState(CURRENT)} != 0`,
      tells: 'How many pods each autoscaler lacks or has too many.',
    },
  ],
  mitigation: [
    'Make room: nodes or quota.',
    'Pods that cannot start have an alert of their own: follow that.',
  ],
};

function notEnoughHealthy({ owned, one }: Place): AlertRule {
  const [wanted, healthy] = ['desired', 'current'].map(
    (which) => `kube_poddisruptionbudget_status_${which}_healthy`,
  ) as [string, string];
  const state = (metric: string) => `max by (namespace, poddisruptionbudget) (${kubeState(metric, owned)})`;
  const example = (metric: string) => kubeState(metric, one, 'poddisruptionbudget="api"');
  return {
    alert: 'KubePdbNotEnoughHealthyPods',
    expr: `${state(wanted)} - ${state(healthy)} > 0`,
    for: '15m',
    severity: 'warning',
    summary: '{{ $labels.poddisruptionbudget }} has fewer healthy pods than its budget demands',
    description:
      '{{ $labels.namespace }}/{{ $labels.poddisruptionbudget }} lacks {{ $value }} healthy pods; nodes with its pods cannot be drained.',
    dashboard: INFRASTRUCTURE,
    runbook: NOT_ENOUGH,
    test: {
      fires: scenario('two of three', '20m', { [example(wanted)]: '3x30', [example(healthy)]: '2x30' }),
      quiet: [
        scenario('three of three', '20m', { [example(wanted)]: '3x30', [example(healthy)]: '3x30' }),
        scenario('none is wanted', '20m', { [example(wanted)]: '0x30', [example(healthy)]: '0x30' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

const NOT_ENOUGH: Runbook = {
  impact: 'The service is weaker than it should be, and upgrades of nodes wait for it.',
  diagnosis: [
    'See which pods are not ready: `kubectl -n <namespace> get pods -l app.kubernetes.io/name=<name>`',
  ],
  queries: [
    {
      query: `${kubeState('kube_poddisruptionbudget_status_pod_disruptions_allowed')} == 0`,
      tells: 'Which budgets let no pod go at the moment.',
    },
  ],
  mitigation: [
    'Mend the pods that are not ready; do not loosen the budget to let a node drain: that is what it is for.',
  ],
};
