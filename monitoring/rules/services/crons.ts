import type { Environment } from '../../../src/model/environment.ts';
import type { AlertRule, Runbook, Scenario } from '../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../forms/scenario.ts';
import { kubeState } from '../../forms/selector.ts';
import { DASHBOARD_OF_SERVICE } from '../../forms/uid.ts';
import { byService, inServices } from './series.ts';

/** Services that run on a schedule, and did not, or failed. A CronJob has the name of its service. */
export function cronAlerts(environment: Environment): readonly AlertRule[] {
  const place = inServices(environment);
  return [overdue(place), failed(place)];
}

const NEXT = 'kube_cronjob_next_schedule_time';
const SUCCEEDED = 'kube_cronjob_status_last_successful_time';
const EACH = 'max by (namespace, cronjob)';

/** kube-state-metrics counts the next time on from the last start, so it stays in the past when a start is missed. */
function overdue(place: string): AlertRule {
  const busy = [`kube_cronjob_status_active`, 'kube_cronjob_spec_suspend']
    .map((metric) => `${EACH} (${kubeState(metric, place)}) > 0`)
    .join('\nor\n');
  const of = (metric: string) => kubeState(metric, place, 'cronjob="nightly"');
  const late = (name: string, more: Readonly<Record<string, string>> = {}) =>
    scenario(name, '60m', { [of(NEXT)]: '600x80', ...more });
  return {
    alert: 'CronOverdue',
    expr: byService(
      `time() - ${EACH} (${kubeState(NEXT, place)}) > ${LATE_SECONDS}\nunless\n(${busy})`,
      'cronjob',
    ),
    for: '5m',
    severity: 'warning',
    summary: '{{ $labels.service }} was not started when it should have been',
    description:
      '{{ $labels.namespace }}/{{ $labels.service }} is {{ $value | humanizeDuration }} late by its schedule, and no run of it is under way.',
    dashboard: DASHBOARD_OF_SERVICE,
    runbook: { ...RUNBOOK, impact: 'What it does is not done: reports, cleaning up, reminders.' },
    test: {
      fires: late('its start was missed 50 minutes ago'),
      quiet: [
        late('the last run goes on still', { [of('kube_cronjob_status_active')]: '1x80' }),
        late('it is suspended', { [of('kube_cronjob_spec_suspend')]: '1x80' }),
        scenario('its next start is to come', '60m', { [of(NEXT)]: '7200x80' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

/** A quarter of an hour: a start may be late while the control plane is busy. */
const LATE_SECONDS = 900;

/** The newest failed run is newer than the last success. Failed runs are kept for three days, so it stays until then. */
function failed(place: string): AlertRule {
  const owner = `max by (namespace, job_name, owner_name) (${kubeState('kube_job_owner', place, 'owner_kind="CronJob"')})`;
  const created = `max by (namespace, job_name) (${kubeState('kube_job_created', place)})`;
  const isFailed = `max by (namespace, job_name) (${kubeState('kube_job_failed', place, 'condition="true"')}) == 1`;
  const joined = `(${created} and ${isFailed}) * on (namespace, job_name) group_left (owner_name) ${owner}`;
  const newest = byService(joined, 'owner_name');
  const success = byService(kubeState(SUCCEEDED, place), 'cronjob');
  return {
    alert: 'CronFailed',
    expr: `${newest} > ${success}\nor\n(${newest} unless ${success})`,
    for: '1m',
    severity: 'warning',
    summary: 'The last run of {{ $labels.service }} failed',
    description: 'No run of {{ $labels.namespace }}/{{ $labels.service }} has succeeded since one failed.',
    dashboard: DASHBOARD_OF_SERVICE,
    runbook: {
      ...RUNBOOK,
      impact: 'What the run was for is not done, or half done, until the next one succeeds.',
    },
    test: {
      fires: run('a run failed after the last success', place, '1x20', '300x20'),
      quiet: [
        run('a later one succeeded', place, '1x20', '1200x20'),
        run('it succeeded', place, '0x20', '300x20'),
        run('it was deleted', place, '1x5 stale', '300x20'),
        WITHOUT_SERIES,
      ],
    },
  };
}

/** A run that was made after ten minutes. */
function run(name: string, place: string, isFailed: string, succeeded: string): Scenario {
  const job = 'job_name="nightly-29"';
  return scenario(name, '15m', {
    [kubeState('kube_job_owner', place, job, 'owner_kind="CronJob"', 'owner_name="nightly"')]: '1x20',
    [kubeState('kube_job_created', place, job)]: '600x20',
    [kubeState('kube_job_failed', place, job, 'condition="true"')]: isFailed,
    [kubeState(SUCCEEDED, place, 'cronjob="nightly"')]: succeeded,
  });
}

const RUNBOOK: Omit<Runbook, 'impact'> = {
  diagnosis: [
    'See what it says of itself: `kubectl -n <namespace> describe cronjob <service>`',
    'Look at its runs: `kubectl -n <namespace> get jobs -l app.kubernetes.io/name=<service>`',
    'Read the log of the newest: `kubectl -n <namespace> logs -l app.kubernetes.io/name=<service> -c <service> --tail=500`',
  ],
  queries: [
    {
      query: `time() - ${kubeState(SUCCEEDED)}`,
      tells: 'How long ago each cron last succeeded, in seconds.',
    },
    { query: `time() - ${kubeState(NEXT)} > 0`, tells: 'By how many seconds which crons are late.' },
  ],
  mitigation: [
    'Mend what it failed of, then run it: the action `create-job` of the CronJob in Argo CD',
    'If it lacks time, raise `activeDeadlineSeconds` of the service; if it lacks room, see the quota.',
  ],
};
