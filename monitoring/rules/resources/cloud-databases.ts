import type { DatabaseMetrics, ScaledMetric } from '../../../resources/cloudwatch.ts';
import type { ResourceType } from '../../../resources/resource-type.ts';
import { cloudwatch, NO_VALUE } from '../../forms/cloudwatch.ts';
import type { AlertRule } from '../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../forms/scenario.ts';
import { resourceDashboard } from '../../forms/uid.ts';

type Types = readonly (readonly [name: string, type: ResourceType])[];

/** What only AWS knows of its databases: storage, CPU, and the replication of those that do not tell it themselves. */
export function cloudDatabaseAlerts(types: Types): readonly AlertRule[] {
  const present = types.flatMap(([name, { cloudwatch: known }]) =>
    known?.database ? [{ name, ...known.database }] : [],
  );
  const [first] = present;
  if (!first) return [];
  const dashboard = resourceDashboard(first.name);
  const of = (pick: (database: DatabaseMetrics) => ScaledMetric | undefined) => {
    const metrics = present.flatMap((database) => pick(database) ?? []);
    return [...new Map(metrics.map((metric) => [metric.name, metric])).values()];
  };
  const [storage, cpu, lag] = [of((one) => one.storage), of((one) => one.cpu), of((one) => one.lag)];
  return [
    ...(storage.length > 0 ? [storageLow(storage, dashboard)] : []),
    cpuHigh(cpu, dashboard),
    ...(lag.length > 0 ? [lagging(lag, dashboard)] : []),
  ];
}

/** One series for each resource: a name is one database, so at most one of the metrics has a value for it. */
function perResource(pick: 'max' | 'min', metrics: readonly ScaledMetric[]): string {
  return metrics
    .map(
      ({ name, factor }) =>
        `${factor === 1 ? '' : `${factor} * `}${pick} by (resource) (${cloudwatch(name)})`,
    )
    .join(' or ');
}

const FIVE_GIBIBYTES = 5 * 1024 ** 3;

/** A value of 0 would be a database that stands already: it is told of as unavailable. */
function storageLow(metrics: readonly ScaledMetric[], dashboard: string): AlertRule {
  const free = `(${perResource('min', metrics)})`;
  const trend = metrics
    .map(({ name }) => `min by (resource) (predict_linear(${cloudwatch(name)}[6h], 86400)) < 0`)
    .join(' or ');
  const [first] = metrics as readonly [ScaledMetric];
  const example = cloudwatch(first.name, 'resource="main"');
  const gib = (value: number) => Math.round((value * 1024 ** 3) / first.factor);
  return {
    alert: 'DatabaseStorageLow',
    expr: `0 < ${free} < ${FIVE_GIBIBYTES}\nor\n${free} > 0 and (${trend})`,
    for: '30m',
    severity: 'warning',
    summary: '{{ $labels.resource }} runs out of storage',
    description:
      '{{ $value | humanize1024 }}B are free on {{ $labels.resource }}: less than 5 GiB, or gone within a day if it goes on like this.',
    dashboard,
    runbook: {
      impact:
        'A database without storage stops. Growing it takes hours on RDS, and is possible only every six.',
      diagnosis: [
        'See what grows: tables, indices, logs, or WAL that a replication slot keeps.',
        'PostgreSQL: `select slot_name, active, restart_lsn from pg_replication_slots;`',
      ],
      queries: metrics.map(({ name }) => ({ query: cloudwatch(name), tells: 'What is free, by database.' })),
      mitigation: [
        'Give it storage now, and let it grow by itself.',
        'Delete what is not needed; drop slots that nobody reads.',
      ],
    },
    test: {
      fires: scenario('3 GiB are free', '40m', { [example]: `${gib(3)}x60` }),
      quiet: [
        scenario('50 GiB are free', '40m', { [example]: `${gib(50)}x60` }),
        scenario('it becomes less slowly', '7h', { [example]: `${gib(50)}-${Math.round(gib(1) / 500)}x500` }),
        scenario('CloudWatch has no value', '40m', { [example]: NO_VALUE }),
        WITHOUT_SERIES,
      ],
    },
  };
}

function cpuHigh(metrics: readonly ScaledMetric[], dashboard: string): AlertRule {
  const [first] = metrics as readonly [ScaledMetric];
  const example = cloudwatch(first.name, 'resource="main"');
  return {
    alert: 'DatabaseCpuHigh',
    expr: `(${perResource('max', metrics)}) > 90`,
    for: '15m',
    severity: 'warning',
    summary: '{{ $labels.resource }} has no CPU left',
    description:
      '{{ $labels.resource }} has used more than 90% of its CPU for 15 minutes; now it is {{ $value | printf "%.0f" }}%.',
    dashboard,
    runbook: {
      impact: 'Queries become slow, and then services that wait for them.',
      diagnosis: [
        'Find the queries that take most: Performance Insights, `pg_stat_statements`, the slow log.',
        'See whether it began with a release: a missing index looks like this.',
      ],
      queries: metrics.map(({ name }) => ({
        query: cloudwatch(name),
        tells: 'CPU in percent, by database.',
      })),
      mitigation: [
        'Add the index, or bring the version before it back.',
        'If the load is real, use a larger instance, or move reads to a reader.',
      ],
    },
    test: {
      fires: scenario('97%', '20m', { [example]: '97x30' }),
      quiet: [
        scenario('60%', '20m', { [example]: '60x30' }),
        scenario('a peak of ten minutes', '20m', { [example]: '97x10 40x20' }),
        scenario('CloudWatch has no value', '20m', { [example]: NO_VALUE }),
        WITHOUT_SERIES,
      ],
    },
  };
}

function lagging(metrics: readonly ScaledMetric[], dashboard: string): AlertRule {
  const [first] = metrics as readonly [ScaledMetric];
  const example = cloudwatch(first.name, 'resource="main"');
  return {
    alert: 'DatabaseReplicationLag',
    expr: `(${perResource('max', metrics)}) > 10000`,
    for: '10m',
    severity: 'warning',
    summary: 'A reader of {{ $labels.resource }} is behind',
    description:
      'A reader of {{ $labels.resource }} has been more than ten seconds behind for ten minutes; now {{ $value | printf "%.0f" }} ms.',
    dashboard,
    runbook: {
      impact: 'Whatever reads from it sees old data.',
      diagnosis: ['See whether the reader has the size of the writer, and whether a long query runs on it.'],
      queries: metrics.map(({ name }) => ({
        query: cloudwatch(name),
        tells: 'Milliseconds behind, by database.',
      })),
      mitigation: [
        'End the long query; give the reader the size of the writer; reboot a reader that stays behind.',
      ],
    },
    test: {
      fires: scenario('half a minute', '15m', { [example]: '30000x30' }),
      quiet: [
        scenario('twenty milliseconds', '15m', { [example]: '20x30' }),
        scenario('CloudWatch has no value', '15m', { [example]: NO_VALUE }),
        WITHOUT_SERIES,
      ],
    },
  };
}
