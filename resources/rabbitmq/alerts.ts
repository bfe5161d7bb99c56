import type { AlertRule } from '../../monitoring/forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../monitoring/forms/scenario.ts';
import { resourceDashboard } from '../../monitoring/forms/uid.ts';
import { messageAlerts } from './message-alerts.ts';
import { rabbitmq } from './metrics.ts';

/** What goes wrong with RabbitMQ while it answers. */
export function rabbitmqAlerts(): readonly AlertRule[] {
  return [BLOCKED, PARTED, ...messageAlerts()];
}

const BY_RESOURCE = 'by (resource)';
const MAIN = ['resource="main"', 'instance="a:15691"'] as const;
const DASHBOARD = resourceDashboard('rabbitmq');

const MEMORY = 'rabbitmq_alarms_memory_used_watermark';
const DISK = 'rabbitmq_alarms_free_disk_space_watermark';

/** https://www.rabbitmq.com/docs/alarms: the alarm of one node blocks publishers of the whole cluster. */
const BLOCKED: AlertRule = {
  alert: 'RabbitMQPublishersBlocked',
  expr: `max ${BY_RESOURCE} (${rabbitmq(MEMORY)}) == 1\nor\nmax ${BY_RESOURCE} (${rabbitmq(DISK)}) == 1`,
  for: '2m',
  severity: 'critical',
  summary: '{{ $labels.resource }} takes no more messages',
  description:
    'A node of {{ $labels.resource }} has passed its watermark of memory or disk for two minutes, so connections that publish are blocked.',
  dashboard: DASHBOARD,
  runbook: {
    impact: 'Services that publish hang or fail; consumers go on.',
    diagnosis: [
      'See which node, and whether memory or disk: `rabbitmq-diagnostics alarms`',
      'See which queues are long: `rabbitmqctl list_queues name messages consumers`',
    ],
    queries: [
      { query: rabbitmq(MEMORY), tells: 'Nodes above the watermark of memory.' },
      { query: rabbitmq('rabbitmq_disk_space_available_bytes'), tells: 'Bytes that are free, by node.' },
      {
        query: rabbitmq('rabbitmq_disk_space_available_limit_bytes'),
        tells: 'The watermark below which a node blocks.',
      },
    ],
    mitigation: [
      'Bring consumers back, or start more of them, until queues are short.',
      'Give the nodes disk or memory.',
      'If messages of a queue may be lost: `rabbitmqctl purge_queue NAME`.',
    ],
  },
  test: {
    fires: scenario('memory for ten minutes', '10m', { [rabbitmq(MEMORY, ...MAIN)]: '1x20' }),
    quiet: [
      scenario('no alarm', '10m', {
        [rabbitmq(MEMORY, ...MAIN)]: '0x20',
        [rabbitmq(DISK, ...MAIN)]: '0x20',
      }),
      scenario('a minute of it', '10m', { [rabbitmq(DISK, ...MAIN)]: '0 0 1 0x20' }),
      WITHOUT_SERIES,
    ],
  },
};

const PEERS = 'rabbitmq_unreachable_cluster_peers_count';

/** https://www.rabbitmq.com/docs/partitions */
const PARTED: AlertRule = {
  alert: 'RabbitMQNodesUnreachable',
  expr: `max ${BY_RESOURCE} (${rabbitmq(PEERS)}) > 0`,
  for: '5m',
  severity: 'critical',
  summary: 'Nodes of {{ $labels.resource }} do not reach each other',
  description: 'A node of {{ $labels.resource }} has not reached {{ $value }} of its peers for five minutes.',
  dashboard: DASHBOARD,
  runbook: {
    impact: 'Queues without a majority of their replicas stop; one more failure may stop all.',
    diagnosis: [
      'See what the nodes say of each other: `rabbitmq-diagnostics cluster_status`',
      'See whether a node is down, or the network between them.',
    ],
    queries: [{ query: rabbitmq(PEERS), tells: 'Peers that each node does not reach.' }],
    mitigation: [
      'Bring the node or the network back; nodes join again by themselves.',
      'A node that does not come back: `rabbitmqctl forget_cluster_node NODE`, and add another.',
    ],
  },
  test: {
    fires: scenario('one of two peers', '10m', { [rabbitmq(PEERS, ...MAIN)]: '1x20' }),
    quiet: [
      scenario('all are reached', '10m', { [rabbitmq(PEERS, ...MAIN)]: '0x20' }),
      scenario('a node restarts', '10m', { [rabbitmq(PEERS, ...MAIN)]: '0x2 1x2 0x20' }),
      WITHOUT_SERIES,
    ],
  },
};
