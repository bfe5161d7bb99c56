import type { AlertRule, Runbook } from '../../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../../forms/scenario.ts';
import { kubeState, type Place } from '../../../forms/selector.ts';
import { INFRASTRUCTURE } from '../../../forms/uid.ts';
import { generationMismatch, perWorkload, type WorkloadKind } from './workload-kind.ts';

/** StatefulSets that are not what they should be. Names and times as in kubernetes-mixin. */
export function statefulSetAlerts(place: Place): readonly AlertRule[] {
  return [replicasMismatch(place), generationMismatch(STATEFUL_SET, place), updateNotRolledOut(place)];
}

const STATEFUL_SET: WorkloadKind = { kind: 'StatefulSet', label: 'statefulset' };
const WANTED = 'kube_statefulset_replicas';
const READY = 'kube_statefulset_status_replicas_ready';
const UPDATED = 'kube_statefulset_status_replicas_updated';
const CURRENT = 'kube_statefulset_status_current_revision';
const UPDATE = 'kube_statefulset_status_update_revision';
const NAME = 'statefulset="store"';

function replicasMismatch({ owned, one }: Place): AlertRule {
  const fewer = [WANTED, READY].map((metric) => perWorkload(STATEFUL_SET, kubeState(metric, owned)));
  const still = perWorkload(STATEFUL_SET, `changes(${kubeState(UPDATED, owned)}[10m])`);
  const [wanted, ready, updated] = [WANTED, READY, UPDATED].map((metric) => kubeState(metric, one, NAME)) as [
    string,
    string,
    string,
  ];
  return {
    alert: 'KubeStatefulSetReplicasMismatch',
    expr: `(${fewer.join(' > ')})\nand\n(${still} == 0)`,
    for: '15m',
    severity: 'warning',
    summary: 'StatefulSet {{ $labels.statefulset }} has fewer pods than it should',
    description:
      '{{ $labels.namespace }}/{{ $labels.statefulset }} should have {{ $value }} ready pods and has had fewer for 15 minutes, without an update going on.',
    dashboard: INFRASTRUCTURE,
    runbook: FEWER_PODS,
    test: {
      fires: scenario('two of three pods are ready', '30m', {
        [wanted]: '3x40',
        [ready]: '2x40',
        [updated]: '3x40',
      }),
      quiet: [
        scenario('all are ready', '30m', { [wanted]: '3x40', [ready]: '3x40', [updated]: '3x40' }),
        scenario('an update goes on', '30m', { [wanted]: '9x40', [ready]: '8x40', [updated]: '0+1x40' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

const FEWER_PODS: Runbook = {
  impact:
    'Data is served from fewer copies. Where the missing pod is the only one, what it keeps is not served.',
  diagnosis: [
    'Pods start one after the other: look at the first that is not ready: `kubectl -n <namespace> get pods -l app.kubernetes.io/name=<statefulset>`',
    'Read its events: `kubectl -n <namespace> describe pod <pod>`. A volume that cannot be attached is in another zone, or still held by a node that is gone.',
    'Read its logs: `kubectl -n <namespace> logs <pod> --previous`',
  ],
  queries: [
    {
      query: `${kubeState(WANTED)} - ${kubeState(READY)} > 0`,
      tells: 'How many pods each StatefulSet lacks.',
    },
  ],
  mitigation: [
    'A volume that hangs on a lost node: see that the node is really gone, then delete its VolumeAttachment.',
    'A full volume: enlarge its claim.',
    'Never delete the claim of a pod to make it start: the data goes with it.',
  ],
};

function updateNotRolledOut({ owned, one }: Place): AlertRule {
  const state = (metric: string) => perWorkload(STATEFUL_SET, kubeState(metric, owned));
  const isUpdating = `max by (namespace, statefulset) (max by (namespace, statefulset, revision) (${kubeState(CURRENT, owned)}) unless max by (namespace, statefulset, revision) (${kubeState(UPDATE, owned)}))`;
  const still = perWorkload(STATEFUL_SET, `changes(${kubeState(UPDATED, owned)}[5m])`);
  const [wanted, updated] = [kubeState(WANTED, one, NAME), kubeState(UPDATED, one, NAME)];
  const old = kubeState(CURRENT, one, NAME, 'revision="store-1"');
  const asked = (revision: string) => kubeState(UPDATE, one, NAME, `revision="${revision}"`);
  const halfway = { [wanted]: '3x30', [updated]: '1x30', [old]: '1x30' };
  return {
    alert: 'KubeStatefulSetUpdateNotRolledOut',
    expr: `(${isUpdating} * (${state(WANTED)} != ${state(UPDATED)}))\nand\n(${still} == 0)`,
    for: '15m',
    severity: 'warning',
    summary: 'The update of StatefulSet {{ $labels.statefulset }} does not go on',
    description:
      '{{ $labels.namespace }}/{{ $labels.statefulset }} has had pods of the old version for 15 minutes, and no further pod was replaced.',
    dashboard: INFRASTRUCTURE,
    runbook: UPDATE_STUCK,
    test: {
      fires: scenario('one of three pods is updated', '25m', { ...halfway, [asked('store-2')]: '1x30' }),
      quiet: [
        scenario('nothing is to be updated', '25m', { ...halfway, [asked('store-1')]: '1x30' }),
        scenario('all pods are updated', '25m', {
          [wanted]: '3x30',
          [updated]: '3x30',
          [asked('store-2')]: '1x30',
        }),
        WITHOUT_SERIES,
      ],
    },
  };
}

const UPDATE_STUCK: Runbook = {
  impact: 'Two versions run side by side, which some programs do not bear for long.',
  diagnosis: [
    'The pod with the highest number is updated first, and the next waits until it is ready: `kubectl -n <namespace> rollout status statefulset/<statefulset>`',
    'Read the events and logs of the pod that is not ready.',
  ],
  queries: [
    {
      query: `${kubeState(WANTED)} - ${kubeState(UPDATED)} > 0`,
      tells: 'How many pods of each StatefulSet are still of the old version.',
    },
  ],
  mitigation: [
    'Bring the version before it back, and delete the pod that is not ready: a StatefulSet does not replace it by itself.',
  ],
};
