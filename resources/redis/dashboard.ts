import { OWN, upPanel } from '../../monitoring/forms/panels/of-resources.ts';
import type { Panel } from '../../monitoring/forms/panels/panel.ts';
import type { Section } from '../../monitoring/forms/panels/place.ts';
import { timeSeries } from '../../monitoring/forms/panels/time-series.ts';

const NODE = '{{resource}} {{instance}}';

/** A second, over all nodes. */
const rate = (metric: string) => `sum by (resource) (rate(${metric}{${OWN}}[$__rate_interval]))`;

/** Redis as its exporter sees it, node by node. */
export function redisSection(): Section {
  return {
    title: 'Redis',
    panels: [
      upPanel(`min by (resource) (redis_up{${OWN}})`, '{{resource}}'),
      timeSeries({
        title: 'Memory',
        description: 'Share of the memory that is used. When it is full, keys are evicted or writes refused.',
        unit: 'percentunit',
        max: 1,
        bound: 0.9,
        width: 10,
        series: [[`redis_memory_used_bytes{${OWN}} / (redis_memory_max_bytes{${OWN}} > 0)`, NODE]],
      }),
      timeSeries({
        title: 'Commands',
        description: 'Commands a second.',
        unit: 'ops',
        width: 10,
        series: [[rate('redis_commands_processed_total'), '{{resource}}']],
      }),
      ...keys(),
    ],
  };
}

function keys(): readonly Panel[] {
  return [
    timeSeries({
      title: 'Hits',
      description: 'Share of the reads that found their key.',
      unit: 'percentunit',
      max: 1,
      series: [
        [
          `${rate('redis_keyspace_hits_total')} / (${rate('redis_keyspace_hits_total')} + ${rate('redis_keyspace_misses_total')})`,
          '{{resource}}',
        ],
      ],
    }),
    timeSeries({
      title: 'Evicted keys',
      description: 'Keys a second that were thrown away for lack of memory.',
      unit: 'ops',
      series: [[rate('redis_evicted_keys_total'), '{{resource}}']],
    }),
    timeSeries({
      title: 'Clients',
      description: 'Connections, by node.',
      unit: 'short',
      series: [[`redis_connected_clients{${OWN}}`, NODE]],
    }),
  ];
}
