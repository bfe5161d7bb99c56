import { OWN } from '../../monitoring/forms/panels/of-resources.ts';
import type { Panel } from '../../monitoring/forms/panels/panel.ts';
import type { Section } from '../../monitoring/forms/panels/place.ts';
import { stat } from '../../monitoring/forms/panels/stat.ts';
import { timeSeries } from '../../monitoring/forms/panels/time-series.ts';

const NODE = '{{resource}} {{name}}';

/** A second, over all nodes. */
const rate = (metric: string) => `sum by (resource) (rate(${metric}{${OWN}}[$__rate_interval]))`;

/** OpenSearch as its exporter sees it. */
export function opensearchSection(): Section {
  const share = (part: string, whole: string) =>
    `max by (resource, name) (${part}) / max by (resource, name) (${whole})`;
  return {
    title: 'OpenSearch',
    panels: [
      health(),
      timeSeries({
        title: 'Disk',
        description:
          'Share of the disk that is used, by node. From 85 % on shards are moved away, at 95 % writes stop.',
        unit: 'percentunit',
        max: 1,
        bound: 0.85,
        width: 10,
        series: [
          [
            `1 - ${share(`elasticsearch_filesystem_data_available_bytes{${OWN}}`, `elasticsearch_filesystem_data_size_bytes{${OWN}}`)}`,
            NODE,
          ],
        ],
      }),
      timeSeries({
        title: 'Heap',
        description: 'Share of the heap in use, by node. Above 85 % for long, requests are refused.',
        unit: 'percentunit',
        max: 1,
        bound: 0.85,
        width: 10,
        series: [
          [
            share(
              `elasticsearch_jvm_memory_used_bytes{${OWN},area="heap"}`,
              `elasticsearch_jvm_memory_max_bytes{${OWN},area="heap"}`,
            ),
            NODE,
          ],
        ],
      }),
      ...work(),
    ],
  };
}

function health(): Panel {
  return stat({
    title: 'Health',
    description: 'Green: all shards are there. Yellow: copies are missing. Red: data is missing.',
    unit: 'short',
    height: 8,
    words: { 2: 'green', 1: 'yellow', 0: 'red' },
    noValue: 'unknown',
    steps: [
      [null, 'red'],
      [1, 'orange'],
      [2, 'green'],
    ],
    series: [[HEALTH, '{{resource}}']],
  });
}

function work(): readonly Panel[] {
  return [
    timeSeries({
      title: 'Searches and writes',
      description: 'Searches and stored documents a second.',
      unit: 'ops',
      width: 12,
      series: [
        [rate('elasticsearch_indices_search_query_total'), '{{resource}} searches'],
        [rate('elasticsearch_indices_indexing_index_total'), '{{resource}} writes'],
      ],
    }),
    timeSeries({
      title: 'Shards without a node',
      description: 'Shards that no node holds.',
      unit: 'short',
      width: 12,
      series: [
        [`max by (resource) (elasticsearch_cluster_health_unassigned_shards{${OWN}})`, '{{resource}}'],
      ],
    }),
  ];
}

/** One number of the three series, of which one is 1. */
const HEALTH = [
  `max by (resource) (elasticsearch_cluster_health_status{${OWN},color="green"}) * 2`,
  `max by (resource) (elasticsearch_cluster_health_status{${OWN},color="yellow"})`,
].join(' + ');
