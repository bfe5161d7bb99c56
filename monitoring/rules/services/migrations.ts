import type { Environment } from '../../../src/model/environment.ts';
import type { AlertRule, Runbook } from '../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../forms/scenario.ts';
import { kubeState } from '../../forms/selector.ts';
import { DASHBOARD_OF_SERVICE } from '../../forms/uid.ts';
import { byService, inServices } from './series.ts';

/** Migrations that used up their attempts or their time. Their Jobs are called after the service. */
export function migrationFailed(environment: Environment): AlertRule {
  const place = inServices(environment);
  const failed = kubeState('kube_job_failed', place, 'job_name=~".+-migrate"', 'condition="true"');
  const example = kubeState('kube_job_failed', place, 'job_name="api-migrate"', 'condition="true"');
  const other = kubeState('kube_job_failed', place, 'job_name="report-1"', 'condition="true"');
  return {
    alert: 'MigrationFailed',
    expr: `${byService(failed, 'job_name', '(.+)-migrate')} == 1`,
    for: '0s',
    severity: 'warning',
    summary: 'The migration of {{ $labels.service }} failed',
    description:
      'The Job {{ $labels.service }}-migrate in {{ $labels.namespace }} failed, so the new version is not released.',
    dashboard: DASHBOARD_OF_SERVICE,
    runbook: RUNBOOK,
    test: {
      fires: scenario('its last attempt failed', '5m', { [example]: '0x2 1x10' }),
      quiet: [
        scenario('it succeeded', '5m', { [example]: '0x10' }),
        scenario('a new one has replaced it', '10m', { [example]: '1x5 stale' }),
        scenario('another job failed', '5m', { [other]: '1x10' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

const RUNBOOK: Runbook = {
  impact: 'The version before it goes on serving. The database may be between two schemas.',
  diagnosis: [
    'Read its log: `kubectl -n <namespace> logs -l job-name=<service>-migrate -c <service> --tail=500`',
    'See why it ended: `kubectl -n <namespace> describe job <service>-migrate`. DeadlineExceeded is time, BackoffLimitExceeded attempts.',
    'Look for locks it waited for: alert PostgresLongTransactions.',
  ],
  queries: [
    {
      query: `${kubeState('kube_job_failed', 'job_name=~".+-migrate"', 'condition="true"')} == 1`,
      tells: 'Which migrations failed.',
    },
  ],
  mitigation: [
    'Mend the migration and release again; it runs with every sync.',
    'If it only waited for a lock or for time, sync again, or raise `migrate` limits of the service.',
    'Do not mend the schema by hand without writing it into a migration.',
  ],
};
