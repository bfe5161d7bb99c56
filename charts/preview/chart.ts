import type { Concern } from '../concern.ts';
import { addExpiry } from './expiry.ts';
import { addVersion } from './version.ts';

/** The end of a preview: a job that removes what costs, once the version it runs is old enough. */
export const preview: Concern = {
  name: 'preview',
  summary: 'In previews: ConfigMap with the version, and a CronJob that removes its pods after their time',
  perEnvironment: (scope, environment) => {
    if (!environment.preview) return;
    addVersion(scope, environment, environment.preview);
    addExpiry(scope, environment, environment.preview);
  },
};
