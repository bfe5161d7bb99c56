import type { AlertRule } from '../../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../../forms/scenario.ts';
import { selector } from '../../../forms/selector.ts';
import { ADD_ONS } from '../../../forms/uid.ts';

const reloader = selector('reloader');
const RELOADS = 'reloader_reload_executed_total';

/** A secret changed, and Reloader could not restart what reads it. */
export function reloaderAlerts(): readonly AlertRule[] {
  const failed = reloader(RELOADS, 'success="false"');
  return [
    {
      alert: 'ReloadFailed',
      expr: `sum(increase(${failed}[15m])) > 0`,
      for: '0s',
      severity: 'warning',
      summary: 'Pods could not be restarted for a secret that changed',
      description:
        'Reloader has failed to restart something {{ $value | printf "%.0f" }} times within 15 minutes.',
      dashboard: ADD_ONS,
      runbook: {
        impact: 'Pods go on with the secret before; once that is taken back, they fail.',
        diagnosis: [
          'Read which: `kubectl -n reloader logs -l app.kubernetes.io/name=reloader --tail=200`',
          'See whether something refuses the change: a right, a quota, an admission webhook.',
        ],
        queries: [{ query: reloader(RELOADS), tells: 'Restarts that were made, and that failed.' }],
        mitigation: [
          'Restart its pods one by one: `kubectl -n <namespace> delete pod <pod>`, then mend the cause.',
        ],
      },
      test: {
        fires: scenario('one fails', '20m', { [failed]: '0x10 1x30' }),
        quiet: [
          scenario('all come through', '20m', {
            [failed]: '0x30',
            [reloader(RELOADS, 'success="true"')]: '0+1x30',
          }),
          scenario('one failed an hour ago', '90m', { [failed]: '0x10 1x100' }),
          scenario('it starts again', '20m', { [failed]: '1x10 0x30' }),
          WITHOUT_SERIES,
        ],
      },
    },
  ];
}
