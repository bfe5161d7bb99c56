import type { AlertRule, Runbook } from '../../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../../forms/scenario.ts';
import { kubeState, type Place } from '../../../forms/selector.ts';
import { INFRASTRUCTURE } from '../../../forms/uid.ts';
import { perWorkload, type WorkloadKind } from './workload-kind.ts';

/** Agents that are not on each node they should be on. Names and times as in kubernetes-mixin. */
export function daemonSetAlerts(place: Place): readonly AlertRule[] {
  return [rolloutStuck(place), notScheduled(place), misScheduled(place)];
}

const DAEMON_SET: WorkloadKind = { kind: 'DaemonSet', label: 'daemonset' };
const DESIRED = 'kube_daemonset_status_desired_number_scheduled';
const CURRENT = 'kube_daemonset_status_current_number_scheduled';
const UPDATED = 'kube_daemonset_status_updated_number_scheduled';
const AVAILABLE = 'kube_daemonset_status_number_available';
const MISSCHEDULED = 'kube_daemonset_status_number_misscheduled';
const NAME = 'daemonset="node-exporter"';

function rolloutStuck({ owned, one }: Place): AlertRule {
  const state = (metric: string) => perWorkload(DAEMON_SET, kubeState(metric, owned));
  const behind = [CURRENT, UPDATED, AVAILABLE].map((metric) => `${state(metric)} != ${state(DESIRED)}`);
  const still = perWorkload(DAEMON_SET, `changes(${kubeState(UPDATED, owned)}[5m])`);
  const example = (updated: string, available: string) => ({
    [kubeState(DESIRED, one, NAME)]: '3x40',
    [kubeState(CURRENT, one, NAME)]: '3x40',
    [kubeState(UPDATED, one, NAME)]: updated,
    [kubeState(AVAILABLE, one, NAME)]: available,
  });
  return {
    alert: 'KubeDaemonSetRolloutStuck',
    expr: `(${behind.join('\nor ')})\nand\n(${still} == 0)`,
    for: '15m',
    severity: 'warning',
    summary: 'The rollout of DaemonSet {{ $labels.daemonset }} does not go on',
    description:
      '{{ $labels.namespace }}/{{ $labels.daemonset }} has not had an available pod of its newest version on every node for 15 minutes.',
    dashboard: INFRASTRUCTURE,
    runbook: ROLLOUT_STUCK,
    test: {
      fires: scenario('two of three pods are available', '25m', example('3x40', '2x40')),
      quiet: [
        scenario('all are', '25m', example('3x40', '3x40')),
        scenario('it finishes within ten minutes', '8m', example('0 0 1 1 2 2 3x40', '2x8 3x40')),
        WITHOUT_SERIES,
      ],
    },
  };
}

const ROLLOUT_STUCK: Runbook = {
  impact: 'Nodes without the agent are not watched, or their logs are not collected.',
  diagnosis: [
    'See on which nodes it lacks: `kubectl -n <namespace> get pods -l app.kubernetes.io/name=<daemonset> -o wide`',
    'Read the events of a pod that is not ready: `kubectl -n <namespace> describe pod <pod>`',
  ],
  queries: [
    {
      query: `${kubeState(DESIRED)} - ${kubeState(AVAILABLE)} > 0`,
      tells: 'On how many nodes each DaemonSet lacks.',
    },
  ],
  mitigation: [
    'A node without room: lower what runs there, or let the cluster replace the node.',
    'If it began with a release, bring the version before it back.',
  ],
};

function notScheduled({ owned, one }: Place): AlertRule {
  const [desired, current] = [kubeState(DESIRED, one, NAME), kubeState(CURRENT, one, NAME)];
  return {
    alert: 'KubeDaemonSetNotScheduled',
    expr: `${perWorkload(DAEMON_SET, kubeState(DESIRED, owned))} - ${perWorkload(DAEMON_SET, kubeState(CURRENT, owned))} > 0`,
    for: '10m',
    severity: 'warning',
    summary: 'DaemonSet {{ $labels.daemonset }} lacks pods',
    description: 'On {{ $value }} nodes there is no pod of {{ $labels.namespace }}/{{ $labels.daemonset }}.',
    dashboard: INFRASTRUCTURE,
    runbook: {
      ...ROLLOUT_STUCK,
      diagnosis: [
        'Read why no pod is made: `kubectl -n <namespace> describe daemonset <daemonset>`; a quota or a webhook may refuse.',
        ...ROLLOUT_STUCK.diagnosis,
      ],
    },
    test: {
      fires: scenario('two of three nodes have one', '15m', { [desired]: '3x30', [current]: '2x30' }),
      quiet: [
        scenario('all nodes have one', '15m', { [desired]: '3x30', [current]: '3x30' }),
        scenario('a new node gets its own', '2m', { [desired]: '3 4x30', [current]: '3 3 3 4x30' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

function misScheduled({ owned, one }: Place): AlertRule {
  const example = kubeState(MISSCHEDULED, one, NAME);
  return {
    alert: 'KubeDaemonSetMisScheduled',
    expr: `${perWorkload(DAEMON_SET, kubeState(MISSCHEDULED, owned))} > 0`,
    for: '15m',
    severity: 'warning',
    summary: 'DaemonSet {{ $labels.daemonset }} runs where it should not',
    description:
      '{{ $value }} pods of {{ $labels.namespace }}/{{ $labels.daemonset }} run on nodes they are not meant for.',
    dashboard: INFRASTRUCTURE,
    runbook: MISSCHEDULING,
    test: {
      fires: scenario('one pod is left on a node that was tainted', '20m', { [example]: '1x30' }),
      quiet: [scenario('none is', '20m', { [example]: '0x30' }), WITHOUT_SERIES],
    },
  };
}

const MISSCHEDULING: Runbook = {
  impact: 'The agent takes room on nodes that were set aside for something else.',
  diagnosis: [
    'Compare the labels and taints of the nodes with what the DaemonSet selects and tolerates: `kubectl describe node <node>`',
  ],
  queries: [
    { query: `${kubeState(MISSCHEDULED)} > 0`, tells: 'Which DaemonSets run where they should not.' },
  ],
  mitigation: ['Correct the labels or taints of the node, or delete the pod there: it is not made again.'],
};
