import { cloudwatch, NO_VALUE } from '../../monitoring/forms/cloudwatch.ts';
import type { AlertRule } from '../../monitoring/forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../monitoring/forms/scenario.ts';
import { PLATFORM_OVERVIEW } from '../../monitoring/forms/uid.ts';

const FAILED = 'aws_sns_number_of_notifications_failed_sum';
const MAIN = cloudwatch(FAILED, 'resource="main"');

/** Topics that cannot deliver. CloudWatch counts by five minutes, and a count stays until the next. */
export function topicAlerts(): readonly AlertRule[] {
  return [DELIVERY_FAILURES];
}

const DELIVERY_FAILURES: AlertRule = {
  alert: 'TopicDeliveryFailures',
  expr: `max by (resource) (${cloudwatch(FAILED)}) > 0`,
  for: '10m',
  severity: 'warning',
  summary: 'Messages of topic {{ $labels.resource }} do not arrive',
  description:
    '{{ $value }} notifications of {{ $labels.resource }} could not be delivered within five minutes, and that goes on.',
  dashboard: PLATFORM_OVERVIEW,
  runbook: {
    impact: 'Whoever subscribed does not learn of these events.',
    diagnosis: [
      'See which subscription fails: the delivery logs of the topic, where they are on.',
      'A queue that subscribed needs a policy that lets the topic send, and its key a policy that lets it encrypt.',
    ],
    queries: [
      { query: cloudwatch(FAILED), tells: 'Notifications that failed in five minutes, by topic.' },
      {
        query: cloudwatch('aws_sns_number_of_messages_published_sum'),
        tells: 'Messages published in five minutes, by topic.',
      },
    ],
    mitigation: [
      'Correct the policy of the queue or key, or the subscription.',
      'Publish again what was lost, if it matters: SNS does not keep it without a dead-letter queue.',
    ],
  },
  test: {
    fires: scenario('twenty failures in each five minutes', '20m', { [MAIN]: '0x5 20x30' }),
    quiet: [
      scenario('once', '20m', { [MAIN]: '0x5 1x5 0x30' }),
      scenario('CloudWatch has no value', '20m', { [MAIN]: NO_VALUE }),
      WITHOUT_SERIES,
    ],
  },
};
