import type { AlertRule, Runbook } from '../../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../../forms/scenario.ts';
import { selector } from '../../../forms/selector.ts';
import { ADD_ONS } from '../../../forms/uid.ts';

const velero = selector('velero');
const FAILED = 'velero_backup_failure_total';
const INVALID = 'velero_backup_validation_failure_total';
const PARTLY = 'velero_backup_partial_failure_total';
const LAST = 'velero_backup_last_successful_timestamp';
const SCHEDULE = 'schedule="shop-production"';

/** Backups that fail, that lack something, and that are not made. */
export function veleroAlerts(): readonly AlertRule[] {
  return [
    failed('BackupFailed', [FAILED, INVALID], 'failed'),
    failed('BackupPartiallyFailed', [PARTLY], 'lacks something'),
    overdue(),
  ];
}

function failed(alert: string, metrics: readonly string[], what: string): AlertRule {
  const grown = metrics.map((metric) => `increase(${velero(metric, 'schedule!=""')}[1h])`).join(' or ');
  const example = velero(metrics[0] ?? '', SCHEDULE);
  return {
    alert,
    expr: `max by (schedule) (${grown}) > 0`,
    for: '0s',
    severity: 'warning',
    summary: `A backup of {{ $labels.schedule }} ${what}`,
    description: `Within the last hour a backup of the schedule {{ $labels.schedule }} ${what}.`,
    dashboard: ADD_ONS,
    runbook: RUNBOOK,
    test: {
      fires: scenario('at night', '40m', { [example]: '2x20 3x60' }),
      quiet: [
        scenario('none did', '40m', { [example]: '2x60' }),
        scenario('one did yesterday', '3h', { [example]: '2x5 3x300' }),
        scenario('Velero starts again', '40m', { [example]: '3x20 0x60' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

const HOURS = 36;

function overdue(): AlertRule {
  const example = velero(LAST, SCHEDULE);
  return {
    alert: 'BackupOverdue',
    expr: `time() - max by (schedule) (${velero(LAST, 'schedule!=""')} > 0) > ${HOURS} * 3600`,
    for: '15m',
    severity: 'critical',
    summary: 'The last good backup of {{ $labels.schedule }} is {{ $value | humanizeDuration }} old',
    description: `No backup of the schedule {{ $labels.schedule }} has succeeded for more than ${HOURS} hours.`,
    dashboard: ADD_ONS,
    runbook: RUNBOOK,
    test: {
      fires: scenario('the last one is two days old', '48h', { [example]: '60x3000' }),
      quiet: [
        scenario('the last one is a day old', '24h', { [example]: '60x3000' }),
        scenario('there was none yet', '48h', { [example]: '0x3000' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

const RUNBOOK: Runbook = {
  impact: 'What was changed since the last good backup is lost if the cluster or a volume is.',
  diagnosis: [
    'See what failed: `velero backup get`, then `velero backup describe <backup> --details` and `velero backup logs <backup>`.',
    'See whether the place for backups is available: `velero backup-location get`. It needs the bucket, and a role that may write there.',
    'Volumes: see whether snapshots are made, and whether there is a VolumeSnapshotClass for their driver.',
  ],
  queries: [
    {
      query: `time() - ${velero(LAST, 'schedule!=""')}`,
      tells: 'Seconds since the last good backup of each schedule.',
    },
  ],
  mitigation: [
    'Mend what the log names, then make a backup at once: `velero backup create --from-schedule <schedule>`',
    'A single object that cannot be backed up: leave it out of the schedule, with a reason.',
  ],
};
