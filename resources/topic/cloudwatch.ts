import { cloudPanel } from '../../monitoring/forms/panels/of-resources.ts';
import type { CloudWatch } from '../cloudwatch.ts';
import { topicAlerts } from './alerts.ts';

/** SNS; AWS calls a topic as its ARN ends. */
export const cloudwatch: CloudWatch = {
  nameOf: ({ arn = '' }) => arn.split(':').at(-1) ?? '',
  metrics: [
    {
      namespace: 'AWS/SNS',
      dimension: 'TopicName',
      metrics: [
        ['NumberOfMessagesPublished', 'Sum'],
        ['NumberOfNotificationsFailed', 'Sum'],
      ],
    },
  ],
  listedBy: 'aws_sns_number_of_messages_published_sum',
  panels: [
    cloudPanel(
      'Published',
      'Messages within five minutes.',
      'short',
      'sum',
      { aws_sns_number_of_messages_published_sum: 'published' },
      { width: 12 },
    ),
    cloudPanel(
      'Not delivered',
      'Deliveries within five minutes that were given up.',
      'short',
      'sum',
      { aws_sns_number_of_notifications_failed_sum: 'failed' },
      { width: 12 },
    ),
  ],
  alerts: topicAlerts,
};
