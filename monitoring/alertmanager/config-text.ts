import type { Environment } from '../../src/model/environment.ts';
import type { Observability } from '../../src/model/observability.ts';
import { writeYaml } from '../../src/yaml/write.ts';
import { INHIBITIONS } from './inhibitions.ts';
import { integrationOf } from './integrations.ts';
import { type Receiver, receiversOf } from './receivers.ts';
import type { Inhibition, Matcher, Route } from './route.ts';
import { routesOf } from './routes.ts';
import { type TimeInterval, timeIntervals } from './time-intervals.ts';

/** Folder of the file with templates. */
export const TEMPLATES_FOLDER = '/etc/alertmanager/templates';

/**
 * The configuration file of Alertmanager, for 0.25 and newer: https://prometheus.io/docs/alerting/latest/configuration/
 * Secrets are read from files; the user name of a mail server is put in where `MAIL_USERNAME` stands.
 */
export function alertmanagerConfigText(environment: Environment, observability: Observability): string {
  const { alerting } = observability;
  const intervals = timeIntervals(environment);
  const config = {
    templates: [`${TEMPLATES_FOLDER}/*.tmpl`],
    route: routeOf(routesOf(environment, observability)),
    inhibit_rules: alerting.nobody === undefined ? INHIBITIONS.map(inhibitRule) : undefined,
    time_intervals: intervals.length > 0 ? intervals.map(timeInterval) : undefined,
    receivers: receiversOf(alerting).map((receiver) => receiverOf(receiver, observability)),
  };
  return reason(alerting.nobody) + writeYaml(config);
}

function reason(nobody: string | undefined): string {
  if (nobody === undefined) return '';
  return `# Nobody is told: ${nobody.replace(/\s+/g, ' ')}\n`;
}

function routeOf(route: Route): object {
  const { matchers, routes } = route;
  return {
    matchers: matchers.length > 0 ? matchers.map(matcherText) : undefined,
    receiver: route.receiver,
    continue: route.continue,
    group_by: route.groupBy,
    group_wait: route.groupWait,
    group_interval: route.groupInterval,
    repeat_interval: route.repeatInterval,
    active_time_intervals: route.active,
    mute_time_intervals: route.mute,
    routes: routes?.map(routeOf),
  };
}

function matcherText({ label, operator, value }: Matcher): string {
  return `${label}${operator}${JSON.stringify(value)}`;
}

function inhibitRule({ source, target, equal }: Inhibition) {
  return {
    source_matchers: source.map(matcherText),
    target_matchers: target.map(matcherText),
    equal,
  };
}

function timeInterval({ name, timeZone, hours }: TimeInterval) {
  return {
    name,
    time_intervals: hours.map(({ weekdays, from, to }) => ({
      weekdays,
      times: [{ start_time: from, end_time: to }],
      location: timeZone,
    })),
  };
}

function receiverOf({ name, channels }: Receiver, { alerting }: Observability): object {
  return Object.assign({ name }, ...channels.map((channel) => integrationOf(channel, alerting)));
}
