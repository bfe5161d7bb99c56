import type { AlertRule } from '../../monitoring/forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../monitoring/forms/scenario.ts';
import { resourceDashboard } from '../../monitoring/forms/uid.ts';
import { redis } from './metrics.ts';

/** What goes wrong with Redis before it is down. A cluster has a target for each node, which `instance` names. */
export function redisAlerts(): readonly AlertRule[] {
  return [NODE_DOWN, MEMORY, EVICTIONS, REJECTED, REPLICATION];
}

const EACH = 'by (resource, instance)';
const MAIN = ['resource="main"', 'instance="main:6379"'] as const;
const DASHBOARD = resourceDashboard('redis');

/** Caches that may drop any key do so when they are full, which is their work. */
const KEEPS_KEYS = `max ${EACH} (${redis('redis_instance_info', 'maxmemory_policy!~"allkeys-.+"')})`;
const POLICY = (policy: string) => ({
  [redis('redis_instance_info', ...MAIN, `maxmemory_policy="${policy}"`)]: '1x40',
});

const NODE_UP = redis('redis_up', ...MAIN);
const OTHER_UP = redis('redis_up', 'resource="main"', 'instance="other:6379"');

const NODE_DOWN: AlertRule = {
  alert: 'RedisNodeDown',
  expr: `max ${EACH} (${redis('redis_up')}) == 0 and on (resource) max by (resource) (${redis('redis_up')}) == 1`,
  for: '5m',
  severity: 'warning',
  summary: 'A node of {{ $labels.resource }} does not answer',
  description:
    '{{ $labels.instance }} of {{ $labels.resource }} has not answered for five minutes; other nodes do.',
  dashboard: DASHBOARD,
  runbook: {
    impact: 'Its replica serves its keys, if it has one; the next failure would lose them.',
    diagnosis: ['See its state in the console of whoever runs it: failover, replacement, maintenance.'],
    queries: [{ query: redis('redis_up'), tells: 'Which nodes answer.' }],
    mitigation: ['Let it be replaced; if that does not begin by itself, start a failover by hand.'],
  },
  test: {
    fires: scenario('one of two nodes', '10m', { [NODE_UP]: '0x20', [OTHER_UP]: '1x20' }),
    quiet: [
      scenario('both answer', '10m', { [NODE_UP]: '1x20', [OTHER_UP]: '1x20' }),
      scenario('none answers, which has an alert of its own', '10m', {
        [NODE_UP]: '0x20',
        [OTHER_UP]: '0x20',
      }),
      WITHOUT_SERIES,
    ],
  },
};

const USED = redis('redis_memory_used_bytes', ...MAIN);
const MOST = redis('redis_memory_max_bytes', ...MAIN);

const MEMORY: AlertRule = {
  alert: 'RedisMemoryNearlyFull',
  expr: `max ${EACH} (${redis('redis_memory_used_bytes')}) / (max ${EACH} (${redis('redis_memory_max_bytes')}) > 0) > 0.9\nand\n${KEEPS_KEYS}`,
  for: '15m',
  severity: 'warning',
  summary: '{{ $labels.resource }} is nearly full',
  description:
    '{{ $labels.instance }} of {{ $labels.resource }} uses {{ $value | humanizePercentage }} of its memory, and may not drop just any key.',
  dashboard: DASHBOARD,
  runbook: {
    impact: 'When it is full it refuses to write, or drops keys that were to be kept, such as sessions.',
    diagnosis: ['See which keys grow: `redis-cli --bigkeys`', 'See whether keys lack a time to live.'],
    queries: [
      {
        query: `${redis('redis_memory_used_bytes')} / (${redis('redis_memory_max_bytes')} > 0)`,
        tells: 'How full each node is.',
      },
    ],
    mitigation: ['Give keys a time to live, delete what is not needed, or use larger nodes.'],
  },
  test: {
    fires: scenario('95 of 100 MB', '20m', {
      [USED]: '95000000x40',
      [MOST]: '100000000x40',
      ...POLICY('noeviction'),
    }),
    quiet: [
      scenario('half of it', '20m', {
        [USED]: '50000000x40',
        [MOST]: '100000000x40',
        ...POLICY('noeviction'),
      }),
      scenario('a cache', '20m', { [USED]: '99000000x40', [MOST]: '100000000x40', ...POLICY('allkeys-lru') }),
      scenario('it has no limit', '20m', { [USED]: '95000000x40', [MOST]: '0x40', ...POLICY('noeviction') }),
      WITHOUT_SERIES,
    ],
  },
};

const EVICTED = redis('redis_evicted_keys_total', ...MAIN);

const EVICTIONS: AlertRule = {
  alert: 'RedisEvictions',
  expr: `max ${EACH} (rate(${redis('redis_evicted_keys_total')}[5m])) > 1\nand\n${KEEPS_KEYS}`,
  for: '15m',
  severity: 'warning',
  summary: '{{ $labels.resource }} drops keys because it is full',
  description:
    '{{ $labels.instance }} of {{ $labels.resource }} has dropped {{ $value | printf "%.1f" }} keys a second for 15 minutes, before their time was over.',
  dashboard: DASHBOARD,
  runbook: {
    impact: 'Users lose what was kept there: they are signed out, carts are empty, locks are gone.',
    diagnosis: [
      'See which keys grow: `redis-cli --bigkeys`',
      'Compare with the releases of services that use it.',
    ],
    queries: [
      { query: `rate(${redis('redis_evicted_keys_total')}[5m])`, tells: 'Keys dropped a second, by node.' },
    ],
    mitigation: [
      'Use larger nodes, or shorter times to live; keep a cache apart from what must not be lost.',
    ],
  },
  test: {
    fires: scenario('ten a second', '25m', { [EVICTED]: '0+600x40', ...POLICY('volatile-lru') }),
    quiet: [
      scenario('one a minute', '25m', { [EVICTED]: '0+1x40', ...POLICY('volatile-lru') }),
      scenario('a cache', '25m', { [EVICTED]: '0+600x40', ...POLICY('allkeys-lfu') }),
      scenario('it restarted', '25m', { [EVICTED]: '90000x5 0x35', ...POLICY('volatile-lru') }),
      WITHOUT_SERIES,
    ],
  },
};

const REFUSED = redis('redis_rejected_connections_total', ...MAIN);

const REJECTED: AlertRule = {
  alert: 'RedisRejectedConnections',
  expr: `sum by (resource) (increase(${redis('redis_rejected_connections_total')}[10m])) > 0`,
  for: '0s',
  severity: 'warning',
  summary: '{{ $labels.resource }} refuses connections',
  description:
    '{{ $labels.resource }} refused {{ $value | printf "%.0f" }} connections within ten minutes: it has as many as it takes.',
  dashboard: DASHBOARD,
  runbook: {
    impact: 'Services that cannot connect fail, or work without their cache.',
    diagnosis: [
      'See who has most: `redis-cli client list`',
      'Compare the pool of each service times its pods with the limit.',
    ],
    queries: [{ query: redis('redis_connected_clients'), tells: 'Connections, by node.' }],
    mitigation: ['Make pools smaller and use connections again, or raise `maxclients`.'],
  },
  test: {
    fires: scenario('thirty', '12m', { [REFUSED]: '0x5 30x20' }),
    quiet: [
      scenario('none since long ago', '40m', { [REFUSED]: '0 30x60' }),
      scenario('it restarted', '12m', { [REFUSED]: '30x5 0x20' }),
      WITHOUT_SERIES,
    ],
  },
};

const LINK = redis('redis_master_link_up', ...MAIN);

const REPLICATION: AlertRule = {
  alert: 'RedisReplicationBroken',
  expr: `min ${EACH} (${redis('redis_master_link_up')}) == 0`,
  for: '5m',
  severity: 'warning',
  summary: 'A replica of {{ $labels.resource }} has lost its primary',
  description:
    '{{ $labels.instance }} of {{ $labels.resource }} has had no connection to its primary for five minutes.',
  dashboard: DASHBOARD,
  runbook: {
    impact: 'It serves old data, and would lose the newest if it had to take over.',
    diagnosis: ['See its state in the console of whoever runs it: failover, full memory, network.'],
    queries: [{ query: `${redis('redis_master_link_up')} == 0`, tells: 'Which replicas are cut off.' }],
    mitigation: ['If it does not come back by itself, let the replica be replaced.'],
  },
  test: {
    fires: scenario('for ten minutes', '15m', { [LINK]: '1x5 0x20' }),
    quiet: [scenario('a minute at a failover', '15m', { [LINK]: '1x5 0 1x20' }), WITHOUT_SERIES],
  },
};
