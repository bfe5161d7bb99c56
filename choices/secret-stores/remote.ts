import { text } from '../../src/config/schema/field.ts';
import { secondsFrom } from '../../src/config/schema/scalars.ts';

/** Keys of every store that External Secrets reads. */
export const remote = {
  prefix: text('a prefix of remote secrets, without / at its end', /^[A-Za-z0-9/_+=.@-]*[A-Za-z0-9_+=.@-]$/)
    .optional()
    .describe('What the names of remote secrets begin with; platform and environment if left out'),
  refresh: secondsFrom(60, 7 * 24 * 3600, 'a duration from 1m to 168h')
    .prefault('1h')
    .describe('How often remote secrets are read again'),
};
