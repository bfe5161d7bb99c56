import type { AlertRule, Runbook } from '../../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../../forms/scenario.ts';
import { kubeState, type Place } from '../../../forms/selector.ts';
import { INFRASTRUCTURE } from '../../../forms/uid.ts';
import { generationMismatch, perWorkload, type WorkloadKind } from './workload-kind.ts';

/** Deployments that are not what they should be. Names and times as in kubernetes-mixin. */
export function deploymentAlerts(place: Place): readonly AlertRule[] {
  return [replicasMismatch(place), generationMismatch(DEPLOYMENT, place), rolloutStuck(place)];
}

const DEPLOYMENT: WorkloadKind = { kind: 'Deployment', label: 'deployment' };
const WANTED = 'kube_deployment_spec_replicas';
const AVAILABLE = 'kube_deployment_status_replicas_available';
const UPDATED = 'kube_deployment_status_replicas_updated';
const CONDITION = 'kube_deployment_status_condition';
const NAME = 'deployment="api"';

function replicasMismatch({ owned, one }: Place): AlertRule {
  const fewer = [WANTED, AVAILABLE].map((metric) => perWorkload(DEPLOYMENT, kubeState(metric, owned)));
  const still = perWorkload(DEPLOYMENT, `changes(${kubeState(UPDATED, owned)}[10m])`);
  const [wanted, available, updated] = [WANTED, AVAILABLE, UPDATED].map((metric) =>
    kubeState(metric, one, NAME),
  ) as [string, string, string];
  return {
    alert: 'KubeDeploymentReplicasMismatch',
    expr: `(${fewer.join(' > ')})\nand\n(${still} == 0)`,
    for: '15m',
    severity: 'warning',
    summary: 'Deployment {{ $labels.deployment }} has fewer pods than it should',
    description:
      '{{ $labels.namespace }}/{{ $labels.deployment }} should have {{ $value }} available pods and has had fewer for 15 minutes, without a rollout going on.',
    dashboard: INFRASTRUCTURE,
    runbook: FEWER_PODS,
    test: {
      fires: scenario('two of three pods are available', '30m', {
        [wanted]: '3x40',
        [available]: '2x40',
        [updated]: '3x40',
      }),
      quiet: [
        scenario('all are available', '30m', { [wanted]: '3x40', [available]: '3x40', [updated]: '3x40' }),
        scenario('a rollout goes on', '30m', { [wanted]: '9x40', [available]: '8x40', [updated]: '0+1x40' }),
        scenario('it is scaled to none', '30m', { [wanted]: '0x40', [available]: '0x40', [updated]: '0x40' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

const FEWER_PODS: Runbook = {
  impact: 'The pods that are left carry all requests; one more failure or a peak may be too much for them.',
  diagnosis: [
    'See which pods are missing and why: `kubectl -n <namespace> get pods -l app.kubernetes.io/name=<deployment>`',
    'If none is missing from the list, see why none is made: `kubectl -n <namespace> describe replicaset`; a quota or a webhook may refuse.',
    'If pods are there and not ready, read their events and logs.',
  ],
  queries: [
    {
      query: `${kubeState(WANTED)} - ${kubeState(AVAILABLE)} > 0`,
      tells: 'How many pods each Deployment lacks.',
    },
  ],
  mitigation: [
    'If it began with a release, bring the version before it back.',
    'If a quota refuses pods, raise it, or lower the requests of what can wait.',
    'If no node has room, let the cluster grow.',
  ],
};

function rolloutStuck({ owned, one }: Place): AlertRule {
  const stuck = ['condition="Progressing"', 'status="false"'];
  const example = kubeState(CONDITION, one, NAME, ...stuck);
  return {
    alert: 'KubeDeploymentRolloutStuck',
    expr: `${perWorkload(DEPLOYMENT, kubeState(CONDITION, owned, ...stuck))} != 0`,
    for: '15m',
    severity: 'warning',
    summary: 'The rollout of Deployment {{ $labels.deployment }} does not go on',
    description:
      '{{ $labels.namespace }}/{{ $labels.deployment }} has passed the deadline of its rollout and has not gone on for 15 minutes.',
    dashboard: INFRASTRUCTURE,
    runbook: ROLLOUT_STUCK,
    test: {
      fires: scenario('the deadline of the rollout has passed', '20m', { [example]: '1x30' }),
      quiet: [
        scenario('the rollout goes on', '20m', { [example]: '0x30' }),
        scenario('it was stuck for ten minutes', '10m', { [example]: '1x10 0x30' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

const ROLLOUT_STUCK: Runbook = {
  impact: 'Old and new pods run side by side; what was released is only partly there.',
  diagnosis: [
    'See what it waits for: `kubectl -n <namespace> rollout status deployment/<deployment>`',
    'Read the events and logs of the newest pods: `kubectl -n <namespace> get pods -l app.kubernetes.io/name=<deployment> --sort-by=.metadata.creationTimestamp`',
  ],
  queries: [
    {
      query: `${kubeState(WANTED)} - ${kubeState(UPDATED)} > 0`,
      tells: 'How many pods of each Deployment are still of the old version.',
    },
  ],
  mitigation: [
    'Bring the version before it back; the old pods still serve.',
    'If the new pods only lack room or a secret, give them that: the rollout goes on by itself.',
  ],
};
