import type { AlertRule, Runbook } from '../../monitoring/forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../monitoring/forms/scenario.ts';
import { resourceDashboard } from '../../monitoring/forms/uid.ts';
import { opensearch } from './metrics.ts';

/** What goes wrong with OpenSearch before it is down. Its exporter is that of Elasticsearch. */
export function opensearchAlerts(): readonly AlertRule[] {
  return [RED, YELLOW, DISK, HEAP];
}

const MAIN = 'resource="main"';
const DASHBOARD = resourceDashboard('opensearch');
const STATUS = 'elasticsearch_cluster_health_status';
const status = (color: string) => `max by (resource) (${opensearch(STATUS, `color="${color}"`)}) == 1`;
const example = (color: string) => opensearch(STATUS, MAIN, `color="${color}"`);

const SHARDS: Omit<Runbook, 'impact'> = {
  diagnosis: [
    'See which shards are missing: `GET _cat/shards?v&h=index,shard,prirep,state,unassigned.reason`',
    'See why: `GET _cluster/allocation/explain`',
    'See whether a node is gone or a disk is full.',
  ],
  queries: [
    { query: opensearch('elasticsearch_cluster_health_unassigned_shards'), tells: 'Shards without a node.' },
    { query: opensearch('elasticsearch_cluster_health_number_of_nodes'), tells: 'Nodes in the cluster.' },
  ],
  mitigation: [
    'Bring the missing node back; shards follow by themselves.',
    'If disks are full, delete old indices or give it storage.',
    'If data is lost, restore the index from a snapshot.',
  ],
};

const RED: AlertRule = {
  alert: 'OpenSearchStatusRed',
  expr: status('red'),
  for: '5m',
  severity: 'critical',
  summary: '{{ $labels.resource }} has lost data',
  description: 'At least one primary shard of {{ $labels.resource }} has had no node for five minutes.',
  dashboard: DASHBOARD,
  runbook: { ...SHARDS, impact: 'Searches miss data, and writing to these indices fails.' },
  test: {
    fires: scenario('red for ten minutes', '15m', {
      [example('red')]: '0x5 1x20',
      [example('green')]: '1x5 0x20',
    }),
    quiet: [
      scenario('a restart of two minutes', '15m', { [example('red')]: '0x5 1x2 0x20' }),
      scenario('yellow', '15m', { [example('red')]: '0x20', [example('yellow')]: '1x20' }),
      WITHOUT_SERIES,
    ],
  },
};

const YELLOW: AlertRule = {
  alert: 'OpenSearchStatusYellow',
  expr: status('yellow'),
  for: '30m',
  severity: 'warning',
  summary: '{{ $labels.resource }} lacks copies of its data',
  description: 'At least one replica shard of {{ $labels.resource }} has had no node for 30 minutes.',
  dashboard: DASHBOARD,
  runbook: { ...SHARDS, impact: 'All data is there; the next node that fails would take some of it away.' },
  test: {
    fires: scenario('yellow for forty minutes', '45m', { [example('yellow')]: '0x5 1x60' }),
    quiet: [
      scenario('while a node is replaced', '45m', { [example('yellow')]: '1x20 0x60' }),
      scenario('green', '45m', { [example('yellow')]: '0x60', [example('green')]: '1x60' }),
      WITHOUT_SERIES,
    ],
  },
};

const LEFT = 'elasticsearch_filesystem_data_available_bytes';
const SIZE = 'elasticsearch_filesystem_data_size_bytes';
const perNode = (metric: string) => `sum by (resource, name) (${opensearch(metric)})`;
const ofNode = (metric: string) => opensearch(metric, MAIN, 'name="node-1"');

/** From 85% on no new shards are put on a node: https://docs.opensearch.org/latest/install-and-configure/configuring-opensearch/cluster-settings/ */
const DISK: AlertRule = {
  alert: 'OpenSearchDiskLow',
  expr: `${perNode(LEFT)} / (${perNode(SIZE)} > 0) < 0.2`,
  for: '15m',
  severity: 'warning',
  summary: 'A disk of {{ $labels.resource }} is nearly full',
  description:
    '{{ $value | humanizePercentage }} of the disk of node {{ $labels.name }} of {{ $labels.resource }} are left. It takes no new shards below 15%, and becomes read-only below 5%.',
  dashboard: DASHBOARD,
  runbook: {
    impact: 'New indices cannot be made, and in the end nothing can be written.',
    diagnosis: [
      'See which indices are large: `GET _cat/indices?v&s=store.size:desc`',
      'See whether the policy that deletes old ones works.',
    ],
    queries: [{ query: `${perNode(LEFT)} / (${perNode(SIZE)} > 0)`, tells: 'What is left of each disk.' }],
    mitigation: ['Delete old indices, keep logs and traces for fewer days, or give it storage.'],
  },
  test: {
    fires: scenario('a tenth is left', '20m', { [ofNode(LEFT)]: '10x30', [ofNode(SIZE)]: '100x30' }),
    quiet: [
      scenario('half is left', '20m', { [ofNode(LEFT)]: '50x30', [ofNode(SIZE)]: '100x30' }),
      scenario('its size is not known', '20m', { [ofNode(LEFT)]: '10x30', [ofNode(SIZE)]: '0x30' }),
      WITHOUT_SERIES,
    ],
  },
};

const HEAP_USED = 'elasticsearch_jvm_memory_used_bytes';
const HEAP_MOST = 'elasticsearch_jvm_memory_max_bytes';
const heap = (metric: string) => `sum by (resource, name) (${opensearch(metric, 'area="heap"')})`;
const ofHeap = (metric: string) => opensearch(metric, MAIN, 'name="node-1"', 'area="heap"');

const HEAP: AlertRule = {
  alert: 'OpenSearchHeapHigh',
  expr: `${heap(HEAP_USED)} / (${heap(HEAP_MOST)} > 0) > 0.9`,
  for: '15m',
  severity: 'warning',
  summary: 'A node of {{ $labels.resource }} lacks memory',
  description:
    'Node {{ $labels.name }} of {{ $labels.resource }} has used more than 90% of its heap for 15 minutes.',
  dashboard: DASHBOARD,
  runbook: {
    impact: 'It becomes slow, refuses requests, and may be lost to the cluster.',
    diagnosis: [
      'See how many shards it has: more than 25 for each GB of heap are too many.',
      'See whether large queries run: `GET _tasks?actions=*search&detailed`',
    ],
    queries: [
      {
        query: `${heap(HEAP_USED)} / (${heap(HEAP_MOST)} > 0)`,
        tells: 'How much of its heap each node uses.',
      },
    ],
    mitigation: ['End what is too large, use fewer shards, or larger nodes.'],
  },
  test: {
    fires: scenario('95 of 100', '20m', { [ofHeap(HEAP_USED)]: '95x30', [ofHeap(HEAP_MOST)]: '100x30' }),
    quiet: [
      scenario('it is cleaned up again and again', '20m', {
        [ofHeap(HEAP_USED)]: '95x5 40x5 95x5 40x30',
        [ofHeap(HEAP_MOST)]: '100x60',
      }),
      scenario('its size is not known', '20m', { [ofHeap(HEAP_USED)]: '95x30', [ofHeap(HEAP_MOST)]: '0x30' }),
      WITHOUT_SERIES,
    ],
  },
};
