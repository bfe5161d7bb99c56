import type { AlertRule } from '../../monitoring/forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../monitoring/forms/scenario.ts';
import { resourceDashboard } from '../../monitoring/forms/uid.ts';
import { postgres } from './metrics.ts';

/** What goes wrong with PostgreSQL before it is down. `endpoint` tells writer and reader apart. */
export function postgresAlerts(): readonly AlertRule[] {
  return [REPLICATION_LAG, CONNECTIONS, DEADLOCKS, LONG_TRANSACTIONS];
}

const BY_ENDPOINT = 'by (resource, endpoint)';
const MAIN = ['resource="main"', 'endpoint="main-writer"'] as const;
const DASHBOARD = resourceDashboard('postgres');

const LAG = postgres('pg_replication_lag_seconds', ...MAIN);
const IS_REPLICA = postgres('pg_replication_is_replica', ...MAIN);

/** Measured by the last change that arrived, so an idle writer looks like lag: RDS writes every five minutes at least. */
const REPLICATION_LAG: AlertRule = {
  alert: 'PostgresReplicationLag',
  expr: `max ${BY_ENDPOINT} (${postgres('pg_replication_lag_seconds')} and ${postgres('pg_replication_is_replica')} == 1) > 300`,
  for: '10m',
  severity: 'warning',
  summary: '{{ $labels.resource }} is read with {{ $value | humanizeDuration }} of delay',
  description:
    '{{ $labels.endpoint }} has been more than five minutes behind its writer for ten minutes; now it is {{ $value | humanizeDuration }}.',
  dashboard: DASHBOARD,
  runbook: {
    impact: 'Whatever reads from it sees old data. After a failover to it, the newest data would be missing.',
    diagnosis: [
      'See whether the writer writes much, or has a long transaction, on the dashboard of the database.',
      'See whether the reader lacks CPU or storage throughput.',
      'If nobody writes at all, there is nothing to be behind of.',
    ],
    queries: [
      { query: postgres('pg_replication_lag_seconds'), tells: 'Seconds since the last change arrived.' },
      {
        query: `sum ${BY_ENDPOINT} (rate(${postgres('pg_stat_database_xact_commit')}[5m]))`,
        tells: 'Transactions a second.',
      },
    ],
    mitigation: [
      'End what blocks it: a long query on the reader, or a large change on the writer.',
      'If it stays behind, give the reader the size of the writer.',
    ],
  },
  test: {
    fires: scenario('half an hour behind', '15m', { [LAG]: '1800x30', [IS_REPLICA]: '1x30' }),
    quiet: [
      scenario('four minutes behind', '15m', { [LAG]: '240x30', [IS_REPLICA]: '1x30' }),
      scenario('it catches up', '20m', { [LAG]: '1800x5 0x30', [IS_REPLICA]: '1x30' }),
      scenario('it is the writer', '15m', { [LAG]: '1800x30', [IS_REPLICA]: '0x30' }),
      WITHOUT_SERIES,
    ],
  },
};

const USED = postgres('pg_stat_activity_count', ...MAIN, 'state="idle"');
const MOST = postgres('pg_settings_max_connections', ...MAIN);

const CONNECTIONS: AlertRule = {
  alert: 'PostgresConnectionsNearlyUsed',
  expr: `sum ${BY_ENDPOINT} (${postgres('pg_stat_activity_count')}) / (max ${BY_ENDPOINT} (${postgres('pg_settings_max_connections')}) > 0) > 0.85`,
  for: '10m',
  severity: 'warning',
  summary: '{{ $labels.resource }} has hardly any connections left',
  description:
    '{{ $value | humanizePercentage }} of the connections that {{ $labels.endpoint }} takes have been in use for ten minutes.',
  dashboard: DASHBOARD,
  runbook: {
    impact: 'At the limit services cannot connect, and fail.',
    diagnosis: [
      'See which service has most: the application name or user in `pg_stat_activity`.',
      'Compare the pool of each service times its pods with the limit: it grows with `scaling.max`.',
    ],
    queries: [
      {
        query: `sum by (resource, endpoint, state) (${postgres('pg_stat_activity_count')})`,
        tells: 'Connections by what they do; idle ones are held by pools.',
      },
    ],
    mitigation: [
      'Make pools smaller, or end what holds connections idle in transaction.',
      'Put a pooler between, or use a larger instance, which takes more.',
    ],
  },
  test: {
    fires: scenario('90 of 100', '15m', { [USED]: '90x30', [MOST]: '100x30' }),
    quiet: [
      scenario('half of them', '15m', { [USED]: '50x30', [MOST]: '100x30' }),
      scenario('the limit is not known', '15m', { [USED]: '90x30' }),
      WITHOUT_SERIES,
    ],
  },
};

const COUNT = postgres('pg_stat_database_deadlocks', ...MAIN, 'datname="shop"');

const DEADLOCKS: AlertRule = {
  alert: 'PostgresDeadlocks',
  expr: `sum by (resource, datname) (increase(${postgres('pg_stat_database_deadlocks')}[15m])) > 5`,
  for: '0s',
  severity: 'warning',
  summary: 'Transactions in {{ $labels.resource }} block each other',
  description: '{{ $value | printf "%.0f" }} deadlocks in database {{ $labels.datname }} within 15 minutes.',
  dashboard: DASHBOARD,
  runbook: {
    impact: 'One transaction of each pair is rolled back; what it was for fails, or is tried again.',
    diagnosis: ['Read the log of the database: it names both statements of each deadlock.'],
    queries: [
      {
        query: `sum by (resource, datname) (increase(${postgres('pg_stat_database_deadlocks')}[1h]))`,
        tells: 'Deadlocks within an hour.',
      },
    ],
    mitigation: [
      'Change rows in the same order everywhere, and keep transactions short.',
      'If it began with a release, bring the version before it back.',
    ],
  },
  test: {
    fires: scenario('one a minute', '20m', { [COUNT]: '0+1x30' }),
    quiet: [
      scenario('two in a quarter of an hour', '20m', { [COUNT]: '0x5 1x5 2x20' }),
      scenario('statistics are reset', '20m', { [COUNT]: '900x5 0x25' }),
      WITHOUT_SERIES,
    ],
  },
};

const OLDEST = postgres('pg_stat_activity_max_tx_duration', ...MAIN, 'datname="shop"', 'state="active"');

const LONG_TRANSACTIONS: AlertRule = {
  alert: 'PostgresLongTransactions',
  expr: `max by (resource, endpoint, datname) (${postgres('pg_stat_activity_max_tx_duration', 'state=~"active|idle in transaction.*"')}) > 1800`,
  for: '5m',
  severity: 'warning',
  summary: 'A transaction in {{ $labels.resource }} does not end',
  description:
    'A transaction in {{ $labels.datname }} on {{ $labels.endpoint }} has been open for {{ $value | humanizeDuration }}.',
  dashboard: DASHBOARD,
  runbook: {
    impact: 'It keeps locks, and dead rows cannot be cleaned up: tables grow and queries become slow.',
    diagnosis: [
      'Find it: `select pid, usename, application_name, xact_start, query from pg_stat_activity order by xact_start limit 5;`',
      '`idle in transaction` is a service that forgot to commit.',
    ],
    queries: [
      {
        query: `max by (resource, state) (${postgres('pg_stat_activity_max_tx_duration')})`,
        tells: 'The oldest transaction by what it does, seconds.',
      },
    ],
    mitigation: [
      'End it: `select pg_terminate_backend(<pid>);`',
      'Set `idle_in_transaction_session_timeout`, and mend the service.',
    ],
  },
  test: {
    fires: scenario('open for forty minutes', '20m', { [OLDEST]: '2400+60x30' }),
    quiet: [
      scenario('ten minutes', '20m', { [OLDEST]: '600x30' }),
      scenario('it ends', '20m', { [OLDEST]: '2400x3 0x30' }),
      WITHOUT_SERIES,
    ],
  },
};
