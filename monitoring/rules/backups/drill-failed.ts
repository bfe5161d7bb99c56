import type { Drill } from '../../../src/model/backups.ts';
import type { AlertRule } from '../../forms/rule.ts';
import { PLATFORM_OVERVIEW } from '../../forms/uid.ts';

/** A drill has failed, and its Job is still there. */
export function drillFailed(platform: string, { namespace }: Drill): AlertRule {
  const of = (job: string) => `kube_job_status_failed{namespace="${namespace}",${job}}`;
  const failed = of('job_name="backup-drill-29000000"');
  return {
    alert: 'RestoreDrillFailed',
    expr: `${of('job_name=~"backup-drill-.*"')} > 0`,
    for: '5m',
    severity: 'warning',
    summary: `The newest backup of ${platform} could not be restored`,
    description: `The log of the failed Job in ${namespace} says what was missing; the ConfigMap drill.report has the drills before it.`,
    dashboard: PLATFORM_OVERVIEW,
    runbook: {
      impact: 'Users notice nothing. The newest backup cannot be relied on.',
      diagnosis: [
        `Read the log of the drill: \`kubectl -n ${namespace} logs job/<job>\``,
        `Compare with earlier drills: \`kubectl -n ${namespace} get configmap drill.report -o yaml\``,
        'See how the backup itself went: `velero backup describe <backup> --details`',
      ],
      queries: [{ query: `${of('job_name=~"backup-drill-.*"')} > 0`, tells: 'Which drills have failed.' }],
      mitigation: [
        'Mend what the log names: a missing backup, an unavailable storage location, an object that cannot be restored.',
        'Start another drill in Argo CD: the action `create-job` of CronJob `backup-drill`',
        `Delete the failed Job once its log has been kept: \`kubectl -n ${namespace} delete job <job>\``,
      ],
    },
    test: {
      fires: { name: 'a drill has failed', at: '10m', series: [{ series: failed, values: '0x2 1x20' }] },
      quiet: [
        { name: 'no drill has failed', at: '10m', series: [{ series: failed, values: '0x20' }] },
        {
          name: 'another Job has failed',
          at: '10m',
          series: [{ series: of('job_name="cleaner-29000000"'), values: '1x20' }],
        },
        { name: 'there are no drills', at: '10m', series: [] },
      ],
    },
  };
}
