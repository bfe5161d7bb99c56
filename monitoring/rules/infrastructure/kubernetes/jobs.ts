import type { AlertRule, Runbook } from '../../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../../forms/scenario.ts';
import { kubeState, type Place } from '../../../forms/selector.ts';
import { INFRASTRUCTURE } from '../../../forms/uid.ts';

/** Runs that fail or do not end. Names and times as in kubernetes-mixin. */
export function jobAlerts(place: Place): readonly AlertRule[] {
  return [failed(place), notCompleted(place)];
}

const FAILED = 'kube_job_failed';
const STARTED = 'kube_job_status_start_time';
const ACTIVE = 'kube_job_status_active';
const NAME = 'job_name="report-1"';

function failed({ owned, one }: Place): AlertRule {
  const example = kubeState(FAILED, one, NAME, 'condition="true"');
  return {
    alert: 'KubeJobFailed',
    expr: `max by (namespace, job_name) (${kubeState(FAILED, owned, 'condition="true"')}) > 0`,
    for: '15m',
    severity: 'warning',
    summary: 'Job {{ $labels.job_name }} failed',
    description: '{{ $labels.namespace }}/{{ $labels.job_name }} used up its attempts or its time.',
    dashboard: INFRASTRUCTURE,
    runbook: {
      ...JOB,
      impact: 'What the run was for is not done. A migration that failed holds its release back.',
    },
    test: {
      fires: scenario('its last attempt failed', '20m', { [example]: '1x30' }),
      quiet: [
        scenario('it succeeded', '20m', { [example]: '0x30' }),
        scenario('it was deleted', '10m', { [example]: '1x10 stale' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

/** Twelve hours, as in kubernetes-mixin; runs of the platform have a deadline well before that. */
const LONGEST_SECONDS = 43_200;

function notCompleted({ owned, one }: Place): AlertRule {
  const [started, active] = [kubeState(STARTED, one, NAME), kubeState(ACTIVE, one, NAME)];
  const running = `${kubeState(STARTED, owned)} and ${kubeState(ACTIVE, owned)} > 0`;
  return {
    alert: 'KubeJobNotCompleted',
    expr: `time() - max by (namespace, job_name) (${running}) > ${LONGEST_SECONDS}`,
    for: '0s',
    severity: 'warning',
    summary: 'Job {{ $labels.job_name }} does not end',
    description:
      '{{ $labels.namespace }}/{{ $labels.job_name }} has run for {{ $value | humanizeDuration }}.',
    dashboard: INFRASTRUCTURE,
    runbook: {
      ...JOB,
      impact: 'The next run of the same schedule may be skipped, and what the run was for is not done.',
    },
    test: {
      fires: scenario('it began 13 hours before', '5m', { [started]: '-46800x10', [active]: '1x10' }),
      quiet: [
        scenario('it began 11 hours before', '5m', { [started]: '-39600x10', [active]: '1x10' }),
        scenario('it ended long ago', '5m', { [started]: '-46800x10', [active]: '0x10' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

const JOB: Omit<Runbook, 'impact'> = {
  diagnosis: [
    'Read its events: `kubectl -n <namespace> describe job <job_name>`. DeadlineExceeded is time, BackoffLimitExceeded is attempts.',
    'Read the logs of its pods: `kubectl -n <namespace> logs -l job-name=<job_name> --all-containers --tail=200`',
  ],
  queries: [
    {
      query: `count by (namespace) (${kubeState(FAILED, 'condition="true"')} == 1)`,
      tells: 'How many failed jobs each namespace keeps.',
    },
    {
      query: `time() - ${kubeState(STARTED)} and ${kubeState(ACTIVE)} > 0`,
      tells: 'How long the jobs that run have been at it, in seconds.',
    },
  ],
  mitigation: [
    'Mend what it failed of, then start it again: the action `create-job` of the CronJob in Argo CD. A migration runs again with the next sync.',
    'Delete the job once it is understood; that ends the alert: `kubectl -n <namespace> delete job <job_name>`',
  ],
};
