import { OWN, upPanel } from '../../monitoring/forms/panels/of-resources.ts';
import type { Panel } from '../../monitoring/forms/panels/panel.ts';
import type { Section } from '../../monitoring/forms/panels/place.ts';
import { timeSeries } from '../../monitoring/forms/panels/time-series.ts';

const ENDPOINT = '{{resource}} {{endpoint}}';

/** Over all databases of one address. */
const sum = (metric: string) => `sum by (resource, endpoint) (${metric}{${OWN}})`;
const rate = (metric: string) => `sum by (resource, endpoint) (rate(${metric}{${OWN}}[$__rate_interval]))`;

/** PostgreSQL as its exporter sees it. */
export function postgresSection(): Section {
  return {
    title: 'PostgreSQL',
    panels: [
      upPanel(`min by (resource, endpoint) (pg_up{${OWN}})`, ENDPOINT),
      timeSeries({
        title: 'Connections',
        description: 'Share of the connections in use. At 100 % new ones are refused.',
        unit: 'percentunit',
        max: 1,
        bound: 0.8,
        width: 10,
        series: [
          [
            `${sum('pg_stat_activity_count')} / max by (resource, endpoint) (pg_settings_max_connections{${OWN}})`,
            ENDPOINT,
          ],
        ],
      }),
      timeSeries({
        title: 'Transactions',
        description: 'Transactions a second, and those that were rolled back.',
        unit: 'short',
        width: 10,
        series: [
          [rate('pg_stat_database_xact_commit'), `${ENDPOINT} committed`],
          [rate('pg_stat_database_xact_rollback'), `${ENDPOINT} rolled back`],
        ],
      }),
      ...storage(),
    ],
  };
}

function storage(): readonly Panel[] {
  return [
    timeSeries({
      title: 'Replication lag',
      description: 'How far a replica is behind its writer: readers see data of that age.',
      unit: 's',
      series: [[`max by (resource, endpoint) (pg_replication_lag_seconds{${OWN}})`, ENDPOINT]],
    }),
    timeSeries({
      title: 'Cache hits',
      description: 'Share of the blocks that were in memory already. Below 95 % the disk does the work.',
      unit: 'percentunit',
      max: 1,
      series: [
        [
          `${rate('pg_stat_database_blks_hit')} / (${rate('pg_stat_database_blks_hit')} + ${rate('pg_stat_database_blks_read')})`,
          ENDPOINT,
        ],
      ],
    }),
    timeSeries({
      title: 'Size',
      description: 'Bytes of all databases together.',
      unit: 'bytes',
      series: [[sum('pg_database_size_bytes'), ENDPOINT]],
    }),
  ];
}
