import { cloudPanel } from '../../monitoring/forms/panels/of-resources.ts';
import type { CloudWatch } from '../cloudwatch.ts';
import { queueAlerts } from './alerts.ts';

/** SQS; AWS calls a queue as its URL ends. */
export const cloudwatch: CloudWatch = {
  nameOf: ({ url = '' }) => url.split('/').at(-1) ?? '',
  metrics: [
    {
      namespace: 'AWS/SQS',
      dimension: 'QueueName',
      metrics: [
        ['ApproximateAgeOfOldestMessage', 'Maximum'],
        ['ApproximateNumberOfMessagesVisible', 'Maximum'],
        ['NumberOfMessagesDeleted', 'Sum'],
        ['NumberOfMessagesSent', 'Sum'],
      ],
    },
  ],
  listedBy: 'aws_sqs_approximate_number_of_messages_visible_maximum',
  panels: [
    cloudPanel('Waiting', 'Messages that nobody has taken yet.', 'short', 'max', {
      aws_sqs_approximate_number_of_messages_visible_maximum: 'waiting',
    }),
    cloudPanel('Age of the oldest', 'How long the oldest message has waited.', 's', 'max', {
      aws_sqs_approximate_age_of_oldest_message_maximum: 'oldest',
    }),
    cloudPanel(
      'In and out',
      'Messages within five minutes that were sent, and that were done with.',
      'short',
      'sum',
      {
        aws_sqs_number_of_messages_sent_sum: 'sent',
        aws_sqs_number_of_messages_deleted_sum: 'done',
      },
    ),
  ],
  alerts: queueAlerts,
  waiting: (name) => `max(aws_sqs_approximate_number_of_messages_visible_maximum{resource="${name}"})`,
};
