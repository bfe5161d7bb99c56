import { z } from 'zod';
import { EXPECTED, orDefaults, whole } from './field.ts';
import * as scalar from './scalars.ts';
import { cron } from './schedule.ts';

const drill = z.strictObject({
  every: z
    .enum(['week', 'month', 'quarter'], { error: `${EXPECTED}\`week\`, \`month\` or \`quarter\`` })
    .default('quarter')
    .describe('How often, at 04:00 UTC: on Sundays, or on the first day'),
  maxAge: scalar
    .secondsFrom(3600, 28 * 24 * 3600, 'a duration from 1h to 672h')
    .prefault('48h')
    .describe('How old the newest backup may be; a drill that finds none fails'),
});

/** Backups of the namespaces of an environment. */
export const backups = z.strictObject({
  schedule: cron.default('0 3 * * *').describe('When, in five fields, UTC'),
  retentionDays: whole(1, 3650).describe('Days after which a backup is deleted'),
  storageLocation: scalar.namespace
    .optional()
    .describe('BackupStorageLocation of Velero; its default if left out'),
  moveData: z
    .boolean()
    .default(false)
    .describe('Copies the data of volumes there; otherwise it stays in snapshots of the account'),
  namespace: scalar.namespace.default('velero').describe('Namespace of Velero'),
  drill: orDefaults(drill).describe('Restores the newest backup beside the platform, and checks it'),
});
