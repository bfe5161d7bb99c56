import type { Environment } from '../../src/model/environment.ts';
import type { Observability } from '../../src/model/observability.ts';
import { NEVER_MUTED } from './never-muted.ts';
import { DEAD_MANS_SWITCH, NOBODY, ON_CALL, orNobody, TEAM } from './receivers.ts';
import { is, isOneOf, type Route } from './route.ts';
import { BUSINESS_HOURS, MAINTENANCE } from './time-intervals.ts';

/** One message for everything of one kind that is wrong with one thing; details of it are in the message. */
const GROUP_BY = ['alertname', 'namespace', 'service', 'resource'];

/**
 * Who is told of what. An alert whose severity nobody knows goes where a warning goes, at any hour, rather than nowhere.
 */
export function routesOf(environment: Environment, { alerting }: Observability): Route {
  const team = orNobody(TEAM, alerting);
  if (alerting.nobody !== undefined) return { matchers: [], receiver: NOBODY };
  return {
    matchers: [],
    receiver: team,
    groupBy: GROUP_BY,
    // Two evaluations: when a critical alert fires as well, it has arrived and inhibits the warning.
    groupWait: '1m',
    groupInterval: '5m',
    // Once a day: what waits for working hours is not forgotten, and says nothing new more often.
    repeatInterval: '24h',
    routes: [
      watchdog(orNobody(DEAD_MANS_SWITCH, alerting)),
      // `none` is InfoInhibitor, which is there to keep others back.
      { matchers: [isOneOf('severity', ['info', 'none'])], receiver: NOBODY },
      ...(alerting.pagerduty ? [page(environment)] : []),
      ...(team === NOBODY && alerting.pagerduty ? [] : [critical(team, environment)]),
      warning(team, environment, alerting.businessHours !== undefined),
    ],
  };
}

/** Never muted: its staying away is the message. */
function watchdog(receiver: string): Route {
  return {
    matchers: [is('alertname', 'Watchdog')],
    receiver,
    groupWait: '0s',
    groupInterval: '1m',
    // Services that watch it are usually set to ten or fifteen minutes, in which one call may get lost.
    repeatInterval: '5m',
  };
}

function page(environment: Environment): Route {
  return {
    matchers: [is('severity', 'critical')],
    receiver: ON_CALL,
    continue: true,
    // As long as the alerts of one evaluation take to arrive: one incident, not ten.
    groupWait: '10s',
    groupInterval: '1m',
    // The incident stays open. This opens it again where somebody has closed it and nothing was mended.
    repeatInterval: '4h',
    ...unlessMaintenance(environment),
  };
}

function critical(receiver: string, environment: Environment): Route {
  return {
    matchers: [is('severity', 'critical')],
    receiver,
    groupWait: '10s',
    groupInterval: '5m',
    repeatInterval: '1h',
    ...unlessMaintenance(environment),
  };
}

function warning(receiver: string, environment: Environment, hasHours: boolean): Route {
  return {
    matchers: [is('severity', 'warning')],
    receiver,
    ...(hasHours && { active: [BUSINESS_HOURS] }),
    ...unlessMaintenance(environment, hasHours ? [BUSINESS_HOURS] : undefined),
  };
}

/** Mutes all but what planned work does not explain. A route below another takes over everything but its hours. */
function unlessMaintenance(
  { maintenance }: Environment,
  active?: readonly string[],
): Pick<Route, 'mute' | 'routes'> {
  if (!maintenance) return {};
  return { mute: [MAINTENANCE], routes: [{ matchers: [isOneOf('alertname', NEVER_MUTED)], active }] };
}
