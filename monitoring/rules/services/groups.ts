import type { Environment } from '../../../src/model/environment.ts';
import { KIND_TRAITS } from '../../../src/model/kind-traits.ts';
import type { RuleGroup } from '../../forms/rule.ts';
import { cronAlerts } from './crons.ts';
import { serviceDown } from './down.ts';
import { highErrorRate } from './error-rate.ts';
import { highLatency } from './latency.ts';
import { migrationFailed } from './migrations.ts';
import { serviceNotScraped } from './not-scraped.ts';
import { releaseStuck } from './releases.ts';
import { requestRecordings } from './requests.ts';
import { restarts } from './restarts.ts';
import { saturation } from './saturation.ts';
import { atMaximumScale } from './scaling.ts';
import { sidecarAlerts } from './sidecars.ts';
import { trafficDropped } from './traffic.ts';
import { usageRecordings } from './usage.ts';

/** Recordings and alerts over all services of an environment, by the label `service`. */
export function serviceGroups(environment: Environment): readonly RuleGroup[] {
  if (!environment.observability || environment.services.length === 0) return [];
  return [
    ...(environment.mesh ? [requestRecordings(environment)] : []),
    usageRecordings(environment),
    ...(environment.mesh ? [requestAlerts(environment)] : []),
    {
      name: 'service-pods-alerts',
      rules: [
        serviceDown(environment),
        ...(environment.mesh ? [serviceNotScraped(environment)] : []),
        ...saturation(environment),
        ...restarts(environment),
        atMaximumScale(environment),
        ...(environment.mesh ? sidecarAlerts(environment) : []),
      ],
    },
    ...runGroups(environment),
  ];
}

/** Sidecars count the requests: without a mesh nothing is known of them. */
function requestAlerts(environment: Environment): RuleGroup {
  return {
    name: 'service-requests-alerts',
    rules: [...highErrorRate(environment), ...highLatency(environment), trafficDropped(environment)],
  };
}

/** Only where there is something of the kind: migrations, crons, releases in steps. */
function runGroups(environment: Environment): readonly RuleGroup[] {
  const { services } = environment;
  const rules = [
    ...(services.some(({ migrate }) => migrate) ? [migrationFailed(environment)] : []),
    ...(services.some(({ kind }) => KIND_TRAITS[kind].runsOnSchedule) ? cronAlerts(environment) : []),
    ...(services.some(({ release }) => release) ? [releaseStuck(environment)] : []),
  ];
  return rules.length > 0 ? [{ name: 'service-runs-alerts', rules }] : [];
}
