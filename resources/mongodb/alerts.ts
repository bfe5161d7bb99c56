import type { AlertRule } from '../../monitoring/forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../monitoring/forms/scenario.ts';
import { resourceDashboard } from '../../monitoring/forms/uid.ts';
import { mongodb } from './metrics.ts';

/** What goes wrong with MongoDB before it is down. DocumentDB does not tell its exporter of replication: CloudWatch does. */
export function mongodbAlerts(): readonly AlertRule[] {
  return [NO_PRIMARY, REPLICATION_LAG, CONNECTIONS];
}

const MAIN = 'resource="main"';
const DASHBOARD = resourceDashboard('mongodb');

const FIRST = mongodb('mongodb_rs_members_state', MAIN, 'member_idx="a:27017"');
const SECOND = mongodb('mongodb_rs_members_state', MAIN, 'member_idx="b:27017"');

/** States of members: 1 is primary, 2 secondary: https://www.mongodb.com/docs/manual/reference/replica-states/ */
const NO_PRIMARY: AlertRule = {
  alert: 'MongoNoPrimary',
  expr: `count by (resource) (${mongodb('mongodb_rs_members_state')}) unless on (resource) ${mongodb('mongodb_rs_members_state')} == 1`,
  for: '2m',
  severity: 'critical',
  summary: '{{ $labels.resource }} has no primary',
  description: 'None of the {{ $value }} members of {{ $labels.resource }} has been primary for two minutes.',
  dashboard: DASHBOARD,
  runbook: {
    impact: 'Nothing can be written, so services that write fail.',
    diagnosis: [
      'See what the members say of each other: `rs.status()` in mongosh.',
      'A primary needs a majority: see how many members can be reached.',
    ],
    queries: [{ query: mongodb('mongodb_rs_members_state'), tells: 'What state each member is in.' }],
    mitigation: [
      'Bring members back until there is a majority; the election follows by itself.',
      'Change the configuration by force only when the lost members will not return.',
    ],
  },
  test: {
    fires: scenario('two secondaries', '6m', { [FIRST]: '2x20', [SECOND]: '2x20' }),
    quiet: [
      scenario('a primary and a secondary', '6m', { [FIRST]: '1x20', [SECOND]: '2x20' }),
      scenario('an election of a minute', '6m', { [FIRST]: '1 2 2x20', [SECOND]: '2 2 1x20' }),
      WITHOUT_SERIES,
    ],
  },
};

const primary = mongodb(
  'mongodb_rs_members_optimeDate',
  MAIN,
  'member_idx="a:27017"',
  'member_state="PRIMARY"',
);
const secondary = mongodb(
  'mongodb_rs_members_optimeDate',
  MAIN,
  'member_idx="b:27017"',
  'member_state="SECONDARY"',
);

/** The exporter's own metric of the lag is wrong for members that are away: https://github.com/percona/mongodb_exporter/issues/697 */
const REPLICATION_LAG: AlertRule = {
  alert: 'MongoReplicationLag',
  expr: [
    `(max by (resource) (${mongodb('mongodb_rs_members_optimeDate', 'member_state="PRIMARY"')})`,
    '- on (resource) group_right',
    `max by (resource, member_idx) (${mongodb('mongodb_rs_members_optimeDate', 'member_state="SECONDARY"')})) / 1000 > 60`,
  ].join('\n'),
  for: '10m',
  severity: 'warning',
  summary: 'A member of {{ $labels.resource }} is behind',
  description:
    '{{ $labels.member_idx }} of {{ $labels.resource }} is {{ $value | humanizeDuration }} behind its primary, for ten minutes more than one.',
  dashboard: DASHBOARD,
  runbook: {
    impact:
      'Reads from it see old data. If it falls behind further than the oplog, it has to copy everything again.',
    diagnosis: [
      'See whether it lacks CPU or disk throughput, or the primary writes more than usual.',
      'See how long the oplog reaches back: `rs.printReplicationInfo()` in mongosh.',
    ],
    queries: [
      {
        query: `time() - ${mongodb('mongodb_rs_members_optimeDate')} / 1000`,
        tells: 'Seconds since the last change each member has.',
      },
    ],
    mitigation: [
      'Slow down what writes in bulk; give all members the same size; resync one that stays behind.',
    ],
  },
  test: {
    fires: scenario('two minutes behind', '15m', { [primary]: '1000000x30', [secondary]: '880000x30' }),
    quiet: [
      scenario('ten seconds behind', '15m', { [primary]: '1000000x30', [secondary]: '990000x30' }),
      scenario('it is ahead of what its heartbeat says', '15m', {
        [primary]: '880000x30',
        [secondary]: '1000000x30',
      }),
      scenario('there is no primary', '15m', { [secondary]: '880000x30' }),
      WITHOUT_SERIES,
    ],
  },
};

const connections = (type: string) =>
  `sum by (resource, instance) (${mongodb('mongodb_ss_connections', `conn_type="${type}"`)})`;
const USED = mongodb('mongodb_ss_connections', MAIN, 'instance="x"', 'conn_type="current"');
const LEFT = mongodb('mongodb_ss_connections', MAIN, 'instance="x"', 'conn_type="available"');

const CONNECTIONS: AlertRule = {
  alert: 'MongoConnectionsNearlyUsed',
  expr: `${connections('current')} / (${connections('current')} + ${connections('available')} > 0) > 0.85`,
  for: '10m',
  severity: 'warning',
  summary: '{{ $labels.resource }} has hardly any connections left',
  description:
    '{{ $value | humanizePercentage }} of the connections that {{ $labels.resource }} takes have been in use for ten minutes.',
  dashboard: DASHBOARD,
  runbook: {
    impact: 'At the limit services cannot connect, and fail.',
    diagnosis: [
      'See who has most: `db.currentOp(true)` in mongosh, by `appName`.',
      'Compare `maxPoolSize` of each service times its pods with the limit.',
    ],
    queries: [{ query: mongodb('mongodb_ss_connections'), tells: 'Connections in use and left.' }],
    mitigation: ['Make pools smaller, or use a larger instance, which takes more.'],
  },
  test: {
    fires: scenario('900 of 1000', '15m', { [USED]: '900x30', [LEFT]: '100x30' }),
    quiet: [
      scenario('half of them', '15m', { [USED]: '500x30', [LEFT]: '500x30' }),
      scenario('a peak of five minutes', '15m', { [USED]: '900x5 100x30', [LEFT]: '100x5 900x30' }),
      WITHOUT_SERIES,
    ],
  },
};
