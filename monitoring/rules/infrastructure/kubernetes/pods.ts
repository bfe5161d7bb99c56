import type { AlertRule, Runbook } from '../../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../../forms/scenario.ts';
import { kubeState, type Place } from '../../../forms/selector.ts';
import { INFRASTRUCTURE } from '../../../forms/uid.ts';

/** Pods that do not come up. Names and times as in kubernetes-mixin. */
export function podAlerts(place: Place): readonly AlertRule[] {
  return [crashLooping(place), notReady(place), containerWaiting(place)];
}

const WAITING = 'kube_pod_container_status_waiting_reason';
const PHASE = 'kube_pod_status_phase';
const READY = 'kube_pod_status_ready';
const POD = 'pod="api-1"';
const CONTAINER = 'container="app"';

function crashLooping({ owned, one }: Place): AlertRule {
  const backOff = 'reason="CrashLoopBackOff"';
  const example = kubeState(WAITING, one, POD, CONTAINER, backOff);
  const foreign = kubeState(WAITING, 'namespace="other"', POD, CONTAINER, backOff);
  return {
    alert: 'KubePodCrashLooping',
    expr: `max by (namespace, pod, container) (max_over_time(${kubeState(WAITING, owned, backOff)}[5m])) >= 1`,
    for: '15m',
    severity: 'warning',
    summary: 'Container {{ $labels.container }} of pod {{ $labels.pod }} ends again and again',
    description:
      'Container {{ $labels.container }} of {{ $labels.namespace }}/{{ $labels.pod }} has been in CrashLoopBackOff for 15 minutes.',
    dashboard: INFRASTRUCTURE,
    runbook: CRASHING,
    test: {
      fires: scenario('it waits in back-off between its attempts', '25m', {
        [example]: '1 1 0 1 1 1 0 1x40',
      }),
      quiet: [
        scenario('it restarted twice and runs since', '6m', { [example]: '1 0 1 0x40' }),
        scenario('a pod of somebody else does it', '30m', { [foreign]: '1x40' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

const CRASHING: Runbook = {
  impact: 'The service runs with fewer pods than it should, or not at all if all of them do this.',
  diagnosis: [
    'Read the last words of the container: `kubectl -n <namespace> logs <pod> -c <container> --previous`',
    'See its exit code and reason: `kubectl -n <namespace> describe pod <pod>`. 137 with OOMKilled is a memory limit that is too low; 1 or 2 is mostly configuration.',
    'Compare with the last release: did it start then?',
  ],
  queries: [
    {
      query: `topk(10, sum by (namespace, pod, container) (increase(${kubeState('kube_pod_container_status_restarts_total')}[1h])))`,
      tells: 'Which containers restarted most in the last hour.',
    },
  ],
  mitigation: [
    'If it began with a release, bring the version before it back.',
    'If a dependency is down (database, secret, queue), mend that; the container starts by itself within five minutes.',
    'If it is killed for its memory, raise `resources.limits.memory` of the service.',
  ],
};

function notReady({ owned, one }: Place): AlertRule {
  const waiting = `max by (namespace, pod) (${kubeState(PHASE, owned, 'phase=~"Pending|Unknown"')}) == 1`;
  const unready = `max by (namespace, pod) (${kubeState(READY, owned, 'condition="false"')}) == 1`;
  const running = `max by (namespace, pod) (${kubeState(PHASE, owned, 'phase="Running"')}) == 1`;
  const ofJob = kubeState('kube_pod_owner', owned, 'owner_kind="Job"');
  const isPending = kubeState(PHASE, one, POD, 'phase="Pending"');
  const isRunning = kubeState(PHASE, one, POD, 'phase="Running"');
  const isDone = kubeState(PHASE, one, POD, 'phase="Succeeded"');
  const isUnready = kubeState(READY, one, POD, 'condition="false"');
  const isOfJob = kubeState('kube_pod_owner', one, POD, 'owner_kind="Job"');
  return {
    alert: 'KubePodNotReady',
    // Running pods too, as those of a Rollout have no Deployment that would tell of them.
    expr: `(${waiting}\nor\n(${unready} and ${running}))\nunless on (namespace, pod) ${ofJob}`,
    for: '15m',
    severity: 'warning',
    summary: 'Pod {{ $labels.pod }} is not ready',
    description:
      '{{ $labels.namespace }}/{{ $labels.pod }} has been pending, or running without being ready, for 15 minutes.',
    dashboard: INFRASTRUCTURE,
    runbook: NOT_READY,
    test: {
      fires: scenario('it runs and its probe fails', '20m', { [isRunning]: '1x30', [isUnready]: '1x30' }),
      quiet: [
        scenario('it is ready after ten minutes', '10m', { [isRunning]: '1x40', [isUnready]: '1x10 0x30' }),
        scenario('it belongs to a job that waits', '30m', { [isPending]: '1x40', [isOfJob]: '1x40' }),
        scenario('it has done its work', '30m', { [isDone]: '1x40', [isUnready]: '1x40' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

const NOT_READY: Runbook = {
  impact: 'The pod gets no requests; the others of its service carry its share.',
  diagnosis: [
    'See what it waits for: `kubectl -n <namespace> describe pod <pod>`, the events at the end.',
    'Pending with FailedScheduling: no node has room, or its volume is in another zone.',
    'Running but not ready: its readiness probe fails. Read its logs: `kubectl -n <namespace> logs <pod> --all-containers`',
  ],
  queries: [
    {
      query: `count by (namespace, phase) (${kubeState(PHASE)} == 1)`,
      tells: 'How many pods are in which phase.',
    },
  ],
  mitigation: [
    'No room: let the cluster grow, or lower the requests or the greatest number of pods of what can wait.',
    'Probe fails: see whether a dependency of the service is down; restart the pod only if that is not so.',
    'If it began with a release, bring the version before it back.',
  ],
};

function containerWaiting({ owned, one }: Place): AlertRule {
  const example = kubeState(WAITING, one, POD, CONTAINER, 'reason="ImagePullBackOff"');
  const crashing = kubeState(WAITING, one, POD, CONTAINER, 'reason="CrashLoopBackOff"');
  return {
    alert: 'KubeContainerWaiting',
    expr: `sum by (namespace, pod, container, reason) (${kubeState(WAITING, owned, 'reason!="CrashLoopBackOff"')}) > 0`,
    for: '1h',
    severity: 'warning',
    summary: 'Container {{ $labels.container }} of pod {{ $labels.pod }} has been waiting for an hour',
    description:
      'Container {{ $labels.container }} of {{ $labels.namespace }}/{{ $labels.pod }} does not start: {{ $labels.reason }}.',
    dashboard: INFRASTRUCTURE,
    runbook: CONTAINER_WAITING,
    test: {
      fires: scenario('the image cannot be pulled', '70m', { [example]: '1x90' }),
      quiet: [
        scenario('the image came after half an hour', '30m', { [example]: '1x30 0x60' }),
        scenario('it crashes, which has an alert of its own', '70m', { [crashing]: '1x90' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

const CONTAINER_WAITING: Runbook = {
  impact: 'The pod never starts. A release that waits for it does not go on.',
  diagnosis: [
    'Read the events: `kubectl -n <namespace> describe pod <pod>`',
    'ImagePullBackOff, ErrImagePull: the tag does not exist, or the node may not read the registry.',
    'CreateContainerConfigError: a ConfigMap, a Secret or a key of it is missing. Look at its ExternalSecret: `kubectl -n <namespace> get externalsecrets`',
  ],
  queries: [
    {
      query: `count by (namespace, reason) (${kubeState(WAITING)} == 1)`,
      tells: 'What containers wait for.',
    },
  ],
  mitigation: [
    'Image: correct the version in the input, or push what is missing.',
    'Secret: create the remote secret or the property that is missing; External Secrets reads it within its refresh interval.',
  ],
};
