import type { AlertRule, Runbook } from '../../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../../forms/scenario.ts';
import { selector } from '../../../forms/selector.ts';
import { ADD_ONS } from '../../../forms/uid.ts';

const argo = selector('argo-cd');
const INFO = 'argocd_app_info';
const SYNCS = 'argocd_app_sync_total';

/** Applications of a platform that are not what is committed, are not well, or could not be synced. */
export function argoCdAlerts(platform: string): readonly AlertRule[] {
  const own = `project=~"${platform}(-.+)?"`;
  const one = [`project="${platform}"`, `name="${platform}-production"`];
  return [outOfSync(own, one), degraded(own, one), syncFailed(own, one)];
}

const COMMON = { severity: 'warning', dashboard: ADD_ONS } as const;

/** Where a person starts each sync, that a commit waits for them is no fault. */
function outOfSync(own: string, one: readonly string[]): AlertRule {
  const example = (automated: boolean, status: string) =>
    argo(INFO, ...one, `autosync_enabled="${automated}"`, `sync_status="${status}"`);
  return {
    ...COMMON,
    alert: 'ApplicationOutOfSync',
    expr: `max by (name) (${argo(INFO, own, 'autosync_enabled="true"', 'sync_status!="Synced"')}) == 1`,
    for: '30m',
    summary: 'Application {{ $labels.name }} is not what is committed',
    description:
      'What Argo CD finds in the cluster has differed from the commit of {{ $labels.name }} for half an hour.',
    runbook: RUNBOOK,
    test: {
      fires: scenario('it does not get there', '45m', { [example(true, 'OutOfSync')]: '1x60' }),
      quiet: [
        scenario('it is synced', '45m', { [example(true, 'Synced')]: '1x60' }),
        scenario('a person is to sync it', '45m', { [example(false, 'OutOfSync')]: '1x60' }),
        scenario('a sync takes ten minutes', '45m', { [example(true, 'OutOfSync')]: '_x10 1x10 stale' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

function degraded(own: string, one: readonly string[]): AlertRule {
  const example = (health: string) => argo(INFO, ...one, `health_status="${health}"`);
  return {
    ...COMMON,
    alert: 'ApplicationDegraded',
    expr: `max by (name, health_status) (${argo(INFO, own, 'health_status=~"Degraded|Missing|Unknown"')}) == 1`,
    for: '15m',
    summary: 'Application {{ $labels.name }} is {{ $labels.health_status }}',
    description:
      'Argo CD has found something of {{ $labels.name }} {{ $labels.health_status }} for 15 minutes.',
    runbook: RUNBOOK,
    test: {
      fires: scenario('something of it does not run', '30m', { [example('Degraded')]: '1x60' }),
      quiet: [
        scenario('it is healthy', '30m', { [example('Healthy')]: '1x60' }),
        scenario('it is being replaced', '30m', { [example('Progressing')]: '1x60' }),
        scenario('it was for five minutes', '30m', { [example('Degraded')]: '_x10 1x5 stale' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

function syncFailed(own: string, one: readonly string[]): AlertRule {
  const example = (phase: string) => argo(SYNCS, ...one, `phase="${phase}"`);
  return {
    ...COMMON,
    alert: 'ApplicationSyncFailed',
    expr: `max by (name) (increase(${argo(SYNCS, own, 'phase=~"Error|Failed"')}[15m])) > 0`,
    for: '0s',
    summary: 'A sync of {{ $labels.name }} failed',
    description: 'A sync of Application {{ $labels.name }} has failed within the last 15 minutes.',
    runbook: RUNBOOK,
    test: {
      fires: scenario('a sync fails', '20m', { [example('Failed')]: '3x12 4x30' }),
      quiet: [
        scenario('syncs succeed', '20m', { [example('Succeeded')]: '0+1x30', [example('Failed')]: '3x30' }),
        scenario('one failed an hour ago', '80m', { [example('Failed')]: '3x10 4x90' }),
        scenario('Argo CD starts again', '20m', { [example('Failed')]: '4x10 0x30' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

const RUNBOOK: Runbook = {
  impact: 'What was committed last is not, or not wholly, what runs. What runs goes on.',
  diagnosis: [
    'See in Argo CD which object it is, and what the message of its last sync says.',
    'A migration that failed stops a sync: alert MigrationFailed.',
    'An object that differs again and again has somebody else who writes it.',
  ],
  queries: [
    { query: argo(INFO, 'sync_status!="Synced"'), tells: 'Applications that are not what is committed.' },
    { query: argo(INFO, 'health_status!="Healthy"'), tells: 'Applications that are not well, and how.' },
  ],
  mitigation: [
    'Mend what the message names, by a commit; the next sync takes it.',
    'If it began with a commit, revert that.',
  ],
};
