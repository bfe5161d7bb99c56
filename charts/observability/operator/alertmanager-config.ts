import type { Construct } from 'constructs';
import { AlertmanagerConfig, type AlertmanagerConfigSpec } from '../../../imports/prometheus-operator.ts';
import { INHIBITIONS } from '../../../monitoring/alertmanager/inhibitions.ts';
import { receiversOf } from '../../../monitoring/alertmanager/receivers.ts';
import { is, type Matcher, type Route } from '../../../monitoring/alertmanager/route.ts';
import { routesOf } from '../../../monitoring/alertmanager/routes.ts';
import { type TimeInterval, timeIntervals } from '../../../monitoring/alertmanager/time-intervals.ts';
import { utcHours } from '../../../monitoring/alertmanager/utc-hours.ts';
import type { Environment } from '../../../src/model/environment.ts';
import type { Observability } from '../../../src/model/observability.ts';
import { addSecret } from '../../secrets/add-secret.ts';
import { keysOf, requiredSecret } from '../../secrets/required-secret.ts';
import { alertmanagerSecret } from '../alertmanager/secret.ts';
import { alertLabels } from './alert-labels.ts';
import type { OperatorMetadata } from './metadata.ts';
import { receiverOf } from './receiver.ts';

const NAME = 'alertmanager';

/**
 * Who is told of the alerts of this environment, for the operator's Alertmanager, and the Secret that takes. That
 * Alertmanager must have `alertmanagerConfigMatcherStrategy: {type: None}`: by default it only sees alerts with the
 * namespace of this object (https://github.com/prometheus-operator/prometheus-operator/issues/3737). There is no mail,
 * as the object cannot hold a user name that only the remote secret knows.
 */
export function addAlertmanagerConfig(
  scope: Construct,
  environment: Environment,
  observability: Observability,
  metadata: OperatorMetadata,
): void {
  const withoutMail = { ...observability, alerting: { ...observability.alerting, email: undefined } };
  const secret = alertmanagerSecret(environment, withoutMail);
  if (secret) addSecret(scope, metadata(NAME), { data: secret.data }, environment);
  const annotations = secret && requiredSecret(environment, NAME, keysOf(secret));
  new AlertmanagerConfig(scope, {
    metadata: { ...metadata(NAME), annotations },
    spec: specOf(environment, withoutMail),
  });
}

function specOf(environment: Environment, observability: Observability): AlertmanagerConfigSpec {
  const own = Object.entries(alertLabels(environment)).map(([label, value]) => is(label, value));
  const intervals = timeIntervals(environment);
  const { alerting } = observability;
  const inhibitions = alerting.nobody === undefined ? INHIBITIONS : [];
  return {
    route: routeOf({ ...routesOf(environment, observability), matchers: own }),
    inhibitRules: inhibitions.map(({ source, target, equal }) => ({
      sourceMatch: [...own, ...source].map(matcher),
      targetMatch: [...own, ...target].map(matcher),
      equal,
    })),
    muteTimeIntervals: intervals.map(interval),
    receivers: receiversOf(alerting).map((receiver) => receiverOf(receiver, alerting, NAME)),
  };
}

function routeOf({
  matchers,
  mute,
  active,
  routes,
  ...rest
}: Route): NonNullable<AlertmanagerConfigSpec['route']> {
  return {
    ...rest,
    matchers: matchers.map(matcher),
    muteTimeIntervals: mute,
    activeTimeIntervals: active,
    routes: routes?.map(routeOf),
  };
}

function matcher({ label, operator, value }: Matcher) {
  return { name: label, matchType: operator, value };
}

/** In UTC: https://github.com/prometheus-operator/prometheus-operator/issues/5512 */
function interval(given: TimeInterval) {
  return {
    name: given.name,
    timeIntervals: utcHours(given).map(({ weekdays, from, to }) => ({
      weekdays,
      times: [{ startTime: from, endTime: to }],
    })),
  };
}
