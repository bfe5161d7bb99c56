import type { Environment } from '../../../src/model/environment.ts';
import type { AlertRule, Runbook } from '../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../forms/scenario.ts';
import { kubeState } from '../../forms/selector.ts';
import { DASHBOARD_OF_SERVICE } from '../../forms/uid.ts';
import { byService, inServices } from './series.ts';

/**
 * A service none of whose pods is available. Told by its workload, which is there even where no pod can be made; that of a
 * Rollout, which kube-state-metrics does not know, by its ReplicaSets, of which the old one counts as long as it serves.
 */
export function serviceDown(environment: Environment): AlertRule {
  const place = inServices(environment);
  const deployment = (metric: string) => kubeState(metric, place, 'deployment="api"');
  const wanted = deployment(WANTED.deployment);
  const available = deployment(AVAILABLE.deployment);
  return {
    alert: 'ServiceDown',
    expr: [ofDeployments(environment), ofStatefulSets(place), ofRollouts(place)].join('\nor\n'),
    for: '2m',
    severity: 'critical',
    summary: '{{ $labels.service }} is down',
    description:
      'None of the pods of {{ $labels.namespace }}/{{ $labels.service }} has been available for two minutes.',
    dashboard: DASHBOARD_OF_SERVICE,
    runbook: RUNBOOK,
    test: {
      fires: scenario('no pod of two is available', '5m', { [wanted]: '2x10', [available]: '0x10' }),
      quiet: [
        scenario('one pod of two is', '5m', { [wanted]: '2x10', [available]: '1x10' }),
        scenario('it is away for a minute', '5m', { [wanted]: '2x10', [available]: '2 2 0 2x10' }),
        scenario('no pod is wanted', '5m', { [wanted]: '0x10', [available]: '0x10' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

const WANTED = { deployment: 'kube_deployment_spec_replicas', statefulset: 'kube_statefulset_replicas' };
const AVAILABLE = {
  deployment: 'kube_deployment_status_replicas_available',
  statefulset: 'kube_statefulset_status_replicas_available',
};

/** Without those of variants: the service itself is there when one of them is not. */
function ofDeployments(environment: Environment): string {
  const variants = environment.services.flatMap(({ name, variants: own }) =>
    own.map((variant) => `${name}-${variant.name}`),
  );
  const place = inServices(environment);
  return ofWorkloads(
    'deployment',
    variants.length > 0 ? [place, `deployment!~"${variants.join('|')}"`] : [place],
  );
}

function ofStatefulSets(place: string): string {
  return ofWorkloads('statefulset', [place]);
}

function ofWorkloads(label: 'deployment' | 'statefulset', matchers: readonly string[]): string {
  const state = (metric: string) => `max by (namespace, ${label}) (${kubeState(metric, ...matchers)})`;
  return byService(`${state(AVAILABLE[label])} == 0 and ${state(WANTED[label])} > 0`, label);
}

function ofRollouts(place: string): string {
  const owner = `max by (namespace, replicaset, owner_name) (${kubeState('kube_replicaset_owner', place, 'owner_kind="Rollout"')})`;
  const state = (metric: string) =>
    `sum by (namespace, owner_name) (max by (namespace, replicaset) (${kubeState(metric, place)}) * on (namespace, replicaset) group_left (owner_name) ${owner})`;
  const down = `${state('kube_replicaset_status_ready_replicas')} == 0 and ${state('kube_replicaset_spec_replicas')} > 0`;
  return byService(down, 'owner_name');
}

const RUNBOOK: Runbook = {
  impact:
    'Requests to it fail, and so does whatever needs its answers. Messages wait where it reads from a queue.',
  diagnosis: [
    'See what its pods do: `kubectl -n <namespace> get pods -l app.kubernetes.io/name=<service>`',
    'No pods at all: read why none is made, such as a quota: `kubectl -n <namespace> get events --sort-by=.lastTimestamp`',
    'CrashLoopBackOff: read the last words: `kubectl -n <namespace> logs <pod> -c <service> --previous`',
    'Running and not ready: its readiness probe fails; read its log and see whether a dependency of it is down.',
    'See whether it began with a release.',
  ],
  queries: [
    {
      query: `${kubeState('kube_pod_container_status_waiting_reason')} == 1`,
      tells: 'What containers wait for.',
    },
    {
      query: `${kubeState('kube_pod_container_status_last_terminated_reason')} == 1`,
      tells: 'Why containers ended last.',
    },
  ],
  mitigation: [
    'If it began with a release, bring the version before it back.',
    'If a dependency is down, mend that first: the pods become ready by themselves.',
    'If there is no room for its pods, raise the quota or let the cluster grow.',
  ],
};
