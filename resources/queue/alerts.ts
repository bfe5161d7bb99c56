import { cloudwatch, NO_VALUE } from '../../monitoring/forms/cloudwatch.ts';
import type { AlertRule, Runbook } from '../../monitoring/forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../monitoring/forms/scenario.ts';
import { PLATFORM_OVERVIEW } from '../../monitoring/forms/uid.ts';
import type { CloudResource } from '../../src/model/watched.ts';

const AGE = 'aws_sqs_approximate_age_of_oldest_message_maximum';
const WAITING = 'aws_sqs_approximate_number_of_messages_visible_maximum';

/**
 * Queues whose messages wait too long. Dead letters wait until somebody looks: a queue called `<queue>-dlq` is taken for
 * that of another.
 */
export function queueAlerts(resources: readonly CloudResource[]): readonly AlertRule[] {
  const queues = resources.filter(({ type }) => type === 'queue').map(({ name }) => name);
  const known = new Set(queues);
  const dead = queues.filter((name) => name.endsWith('-dlq') && known.has(name.slice(0, -'-dlq'.length)));
  const others = queues.filter((name) => !dead.includes(name));
  return [
    ...(others.length > 0 ? [oldMessages(others), growing(others)] : []),
    ...(dead.length > 0 ? [deadLetters(dead)] : []),
  ];
}

function among(names: readonly string[]): string {
  return `resource=~"${names.join('|')}"`;
}

function oldMessages(queues: readonly string[]): AlertRule {
  const example = cloudwatch(AGE, `resource="${queues[0]}"`);
  return {
    alert: 'QueueOldestMessageAge',
    expr: `max by (resource) (${cloudwatch(AGE, among(queues))}) > 900`,
    for: '10m',
    severity: 'warning',
    summary: 'Messages in {{ $labels.resource }} are not worked off',
    description:
      'The oldest message in queue {{ $labels.resource }} has waited for {{ $value | humanizeDuration }}.',
    dashboard: PLATFORM_OVERVIEW,
    runbook: RUNBOOK,
    test: {
      fires: scenario('half an hour', '15m', { [example]: '1800x30' }),
      quiet: [
        scenario('five minutes', '15m', { [example]: '300x30' }),
        scenario('it is worked off', '30m', { [example]: '1800x5 20x40' }),
        scenario('CloudWatch has no value', '15m', { [example]: NO_VALUE }),
        WITHOUT_SERIES,
      ],
    },
  };
}

function growing(queues: readonly string[]): AlertRule {
  const waiting = `max by (resource) (${cloudwatch(WAITING, among(queues))})`;
  const before = `max by (resource) (${cloudwatch(WAITING, among(queues))} offset 1h)`;
  const example = cloudwatch(WAITING, `resource="${queues[0]}"`);
  return {
    alert: 'QueueGrowing',
    expr: `${waiting} > 100 and ${waiting} > 2 * ${before}`,
    for: '30m',
    severity: 'warning',
    summary: 'Queue {{ $labels.resource }} grows',
    description:
      '{{ $value }} messages wait in {{ $labels.resource }}, more than twice as many as an hour ago, for half an hour.',
    dashboard: PLATFORM_OVERVIEW,
    runbook: RUNBOOK,
    test: {
      fires: scenario('four times as many every half hour', '2h', { [example]: '50x60 200x30 800x60' }),
      quiet: [
        scenario('as many as always', '3h', { [example]: '500x200' }),
        scenario('a few', '3h', { [example]: '1x90 60x100' }),
        scenario('a peak of twenty minutes', '3h', { [example]: '50x90 900x20 50x100' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

function deadLetters(queues: readonly string[]): AlertRule {
  const example = cloudwatch(WAITING, `resource="${queues[0]}"`);
  return {
    alert: 'QueueDeadLetters',
    expr: `max by (resource) (${cloudwatch(WAITING, among(queues))}) > 0`,
    for: '5m',
    severity: 'warning',
    summary: 'Messages failed for good: {{ $labels.resource }}',
    description: '{{ $value }} messages that nobody could work off lie in {{ $labels.resource }}.',
    dashboard: PLATFORM_OVERVIEW,
    runbook: {
      ...RUNBOOK,
      impact: 'What these messages ask for is not done, and they are deleted after some days.',
    },
    test: {
      fires: scenario('three', '15m', { [example]: '0x5 3x20' }),
      quiet: [
        scenario('none', '15m', { [example]: '0x30' }),
        scenario('CloudWatch has no value', '15m', { [example]: NO_VALUE }),
        WITHOUT_SERIES,
      ],
    },
  };
}

const RUNBOOK: Runbook = {
  impact: 'What the messages ask for is late: mails, bookings, updates of other services.',
  diagnosis: [
    'See whether the services that read from it run, and what they log: failures put messages back.',
    'See whether more is sent than usual.',
    'Look at a message in the console of SQS, without deleting it.',
  ],
  queries: [
    { query: cloudwatch(WAITING), tells: 'How many messages wait, by queue.' },
    {
      query: `${cloudwatch('aws_sqs_number_of_messages_sent_sum')} - ${cloudwatch('aws_sqs_number_of_messages_deleted_sum')}`,
      tells: 'How many more are sent than worked off, in five minutes.',
    },
  ],
  mitigation: [
    'Mend what fails; messages are tried again.',
    'If there are simply many, raise `scaling.max` of what reads them.',
    'Dead letters: mend the cause, then start a redrive in the console of SQS.',
  ],
};
