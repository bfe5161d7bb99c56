import type { AlertRule } from '../../monitoring/forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../monitoring/forms/scenario.ts';
import { resourceDashboard } from '../../monitoring/forms/uid.ts';
import { rabbitmq } from './metrics.ts';

/** What goes wrong with the messages in it. */
export function messageAlerts(): readonly AlertRule[] {
  return [UNCONSUMED, GROWING, DROPPED];
}

const BY_RESOURCE = 'by (resource)';
const MAIN = ['resource="main"', 'instance="a:15691"'] as const;
const DASHBOARD = resourceDashboard('rabbitmq');

const READY = 'rabbitmq_queue_messages_ready';
const CONSUMERS = 'rabbitmq_consumers';

const UNCONSUMED: AlertRule = {
  alert: 'RabbitMQNobodyConsumes',
  expr: `sum ${BY_RESOURCE} (${rabbitmq(READY)}) > 0\nand on (resource)\nsum ${BY_RESOURCE} (${rabbitmq(CONSUMERS)}) == 0`,
  for: '10m',
  severity: 'warning',
  summary: 'Nobody takes messages from {{ $labels.resource }}',
  description:
    '{{ $value }} messages have waited in {{ $labels.resource }} for ten minutes, and no consumer is connected.',
  dashboard: DASHBOARD,
  runbook: {
    impact: 'What the messages ask for is not done.',
    diagnosis: [
      'See whether the services that consume run, and what they log.',
      'See who is connected: `rabbitmqctl list_connections user peer_host state`',
    ],
    queries: [{ query: rabbitmq(READY), tells: 'Messages that wait, by node.' }],
    mitigation: ['Bring the services that consume back; they connect by themselves.'],
  },
  test: {
    fires: scenario('five messages', '20m', {
      [rabbitmq(READY, ...MAIN)]: '5x30',
      [rabbitmq(CONSUMERS, ...MAIN)]: '0x30',
    }),
    quiet: [
      scenario('somebody does', '20m', {
        [rabbitmq(READY, ...MAIN)]: '5x30',
        [rabbitmq(CONSUMERS, ...MAIN)]: '1x30',
      }),
      scenario('nothing waits', '20m', {
        [rabbitmq(READY, ...MAIN)]: '0x30',
        [rabbitmq(CONSUMERS, ...MAIN)]: '0x30',
      }),
      scenario('consumers restart', '20m', {
        [rabbitmq(READY, ...MAIN)]: '5x30',
        [rabbitmq(CONSUMERS, ...MAIN)]: '1x8 0x3 1x20',
      }),
      WITHOUT_SERIES,
    ],
  },
};

const GROWING: AlertRule = {
  alert: 'RabbitMQMessagesPileUp',
  expr: `sum ${BY_RESOURCE} (${rabbitmq(READY)}) > 1000\nand on (resource)\nsum ${BY_RESOURCE} (deriv(${rabbitmq(READY)}[30m])) > 0`,
  for: '30m',
  severity: 'warning',
  summary: 'Messages pile up in {{ $labels.resource }}',
  description: '{{ $value }} messages wait in {{ $labels.resource }}, and more and more for half an hour.',
  dashboard: DASHBOARD,
  runbook: {
    impact: 'What the messages ask for is done later and later; full nodes block whoever publishes.',
    diagnosis: [
      'See which queue it is: `rabbitmqctl list_queues name messages_ready consumers`',
      'See whether its consumers have errors, or wait for something slow.',
    ],
    queries: [
      { query: rabbitmq(READY), tells: 'Messages that wait, by node.' },
      {
        query: `rate(${rabbitmq('rabbitmq_global_messages_delivered_total')}[5m])`,
        tells: 'Messages a second that consumers get.',
      },
    ],
    mitigation: ['Start more consumers; if they wait for something else, mend that first.'],
  },
  test: {
    fires: scenario('a hundred a minute', '90m', { [rabbitmq(READY, ...MAIN)]: '1000+100x120' }),
    quiet: [
      scenario('few', '90m', { [rabbitmq(READY, ...MAIN)]: '0+1x120' }),
      scenario('many, and fewer and fewer', '90m', { [rabbitmq(READY, ...MAIN)]: '90000-100x120' }),
      WITHOUT_SERIES,
    ],
  },
};

const LOST = 'rabbitmq_global_messages_unroutable_dropped_total';

const DROPPED: AlertRule = {
  alert: 'RabbitMQMessagesDropped',
  expr: `sum ${BY_RESOURCE} (rate(${rabbitmq(LOST)}[10m])) > 0`,
  for: '10m',
  severity: 'warning',
  summary: '{{ $labels.resource }} drops messages that lead to no queue',
  description:
    '{{ $labels.resource }} drops {{ $value | printf "%.2f" }} messages a second: no queue is bound for them.',
  dashboard: DASHBOARD,
  runbook: {
    impact: 'These messages are lost, and whoever sent them does not know.',
    diagnosis: [
      'See which exchange has no binding: `rabbitmqctl list_bindings`',
      'Compare with the releases of services that declare queues.',
    ],
    queries: [{ query: `rate(${rabbitmq(LOST)}[5m])`, tells: 'Messages dropped a second, by node.' }],
    mitigation: [
      'Declare and bind the queue again.',
      'Publish with `mandatory`, so that what leads nowhere comes back to its sender.',
    ],
  },
  test: {
    fires: scenario('one a second', '30m', { [rabbitmq(LOST, ...MAIN)]: '0+60x60' }),
    quiet: [
      scenario('none', '30m', { [rabbitmq(LOST, ...MAIN)]: '500x60' }),
      scenario('a node restarts', '30m', { [rabbitmq(LOST, ...MAIN)]: '500x20 0x40' }),
      WITHOUT_SERIES,
    ],
  },
};
