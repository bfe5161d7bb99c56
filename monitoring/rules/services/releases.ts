import type { Environment } from '../../../src/model/environment.ts';
import type { AlertRule, Runbook, Scenario } from '../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../forms/scenario.ts';
import { kubeState } from '../../forms/selector.ts';
import { DASHBOARD_OF_SERVICE } from '../../forms/uid.ts';
import { byService, inServices } from './series.ts';

/**
 * Releases in steps that do not come to an end: two versions of a service run for a day. Told by ReplicaSets, as nothing
 * scrapes the controller of Argo Rollouts, which would know of aborted ones too.
 */
export function releaseStuck(environment: Environment): AlertRule {
  const place = inServices(environment);
  const owner = `max by (namespace, replicaset, owner_name) (${kubeState('kube_replicaset_owner', place, 'owner_kind="Rollout"')})`;
  const running = `max by (namespace, replicaset) (${kubeState('kube_replicaset_spec_replicas', place)}) > 0`;
  const versions = `count by (namespace, owner_name) ((${running}) * on (namespace, replicaset) group_left (owner_name) ${owner})`;
  return {
    alert: 'ReleaseStuck',
    expr: `${byService(versions, 'owner_name')} > 1`,
    for: '1d',
    severity: 'warning',
    summary: 'The release of {{ $labels.service }} does not come to an end',
    description:
      '{{ $value }} versions of {{ $labels.namespace }}/{{ $labels.service }} have run side by side for a day.',
    dashboard: DASHBOARD_OF_SERVICE,
    runbook: environment.mesh ? RUNBOOK : { ...RUNBOOK, queries: [] },
    test: {
      fires: versionsOf('a canary waits for two days', place, '2x3000', '1x3000'),
      quiet: [
        versionsOf('a release of an hour', place, '2x60 0x3000', '1x60 2x3000'),
        versionsOf('one version', place, '2x3000', '0x3000'),
        WITHOUT_SERIES,
      ],
    },
  };
}

function versionsOf(name: string, place: string, old: string, fresh: string): Scenario {
  const replicas = (hash: string) =>
    kubeState('kube_replicaset_spec_replicas', place, `replicaset="api-${hash}"`);
  const owner = (hash: string) =>
    kubeState(
      'kube_replicaset_owner',
      place,
      `replicaset="api-${hash}"`,
      'owner_kind="Rollout"',
      'owner_name="api"',
    );
  return scenario(name, '26h', {
    [replicas('old')]: old,
    [replicas('new')]: fresh,
    [owner('old')]: '1x3000',
    [owner('new')]: '1x3000',
  });
}

const RUNBOOK: Runbook = {
  impact:
    'Users get two versions. Nothing else is held back: other services are released as ever, and the next commit of this one is synced, which ends this release and begins another at the first step.',
  diagnosis: [
    'See what it waits for: `kubectl argo rollouts -n <namespace> get rollout <service>`',
    'Paused: a step waits for a person. Progressing at a step with an analysis `<service>.traffic`: the new version got too few requests to judge it by, as at night; it goes on by itself when they come.',
    'See what was measured: `kubectl -n <namespace> get analysisruns`',
  ],
  queries: [
    {
      query: `sum by (service, rollouts_pod_template_hash) (rate(istio_requests_total{job="services",reporter="destination",rollouts_pod_template_hash!=""}[5m]))`,
      tells: 'How many requests each version gets.',
    },
  ],
  mitigation: [
    'If the new version is good, go on: `kubectl argo rollouts -n <namespace> promote <service>`, at a step with an analysis with `--skip-current-step`',
    'If it is not, go back: `kubectl argo rollouts -n <namespace> abort <service>` sends all requests to the version before it at once; then revert the commit, or the next sync offers it again.',
  ],
};
