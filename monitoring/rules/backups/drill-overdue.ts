import type { Drill } from '../../../src/model/backups.ts';
import type { AlertRule, Runbook, Scenario } from '../../forms/rule.ts';
import { PLATFORM_OVERVIEW } from '../../forms/uid.ts';

/** Days that a drill may be late before somebody is told. */
const GRACE_DAYS = 3;

/** No drill has succeeded in time. One that has never succeeded has no time of it, so that of its CronJob counts. */
export function drillOverdue(platform: string, { namespace, intervalDays }: Drill): AlertRule {
  const job = `{namespace="${namespace}",cronjob="backup-drill"}`;
  const succeeded = `kube_cronjob_status_last_successful_time${job}`;
  const created = `kube_cronjob_created${job}`;
  const days = intervalDays + GRACE_DAYS;
  const tooLong = `> ${days} * 86400`;
  const since = (series: string, seconds: number) => ({ series, values: `${-seconds}x180` });
  const long = days * 86400 + 60;
  const quiet = (name: string, ...series: Scenario['series'][number][]): Scenario => ({
    name,
    at: '2h',
    series,
  });
  return {
    alert: 'RestoreDrillOverdue',
    expr: [
      `time() - ${succeeded} ${tooLong}`,
      'or',
      `(time() - ${created} ${tooLong} unless on (namespace, cronjob) ${succeeded})`,
    ].join('\n'),
    for: '1h',
    severity: 'warning',
    summary: `No backup of ${platform} has been restored for ${days} days`,
    description: `Backups are only known to work when one has been restored. Start a drill in Argo CD, the action create-job of CronJob backup-drill in ${namespace}, and read its log.`,
    dashboard: PLATFORM_OVERVIEW,
    runbook: runbook(namespace, succeeded, `kube_cronjob_spec_suspend${job}`),
    test: {
      fires: { name: 'the last success is too long ago', at: '2h', series: [since(succeeded, long)] },
      quiet: [
        quiet('the last success is recent', since(succeeded, 0), since(created, long)),
        quiet('drills are new and none has run yet', since(created, 0)),
        quiet('there are no drills'),
      ],
    },
  };
}

function runbook(namespace: string, succeeded: string, suspended: string): Runbook {
  return {
    impact:
      'Users notice nothing. If data were lost now, nobody could say whether the backups bring it back.',
    diagnosis: [
      `See when drills ran: \`kubectl -n ${namespace} get cronjob,job\``,
      `Read what earlier drills reported: \`kubectl -n ${namespace} get configmap drill.report -o yaml\``,
    ],
    queries: [
      { query: `(time() - ${succeeded}) / 86400`, tells: 'Days since a drill last succeeded.' },
      { query: suspended, tells: 'Whether somebody has suspended drills (1).' },
    ],
    mitigation: [
      'Resume the CronJob, if it is suspended: its action `resume` in Argo CD',
      'Start a drill: its action `create-job` in Argo CD',
    ],
  };
}
