import { OWN, upPanel } from '../../monitoring/forms/panels/of-resources.ts';
import type { Panel } from '../../monitoring/forms/panels/panel.ts';
import type { Section } from '../../monitoring/forms/panels/place.ts';
import { timeSeries } from '../../monitoring/forms/panels/time-series.ts';

const NODE = '{{resource}} {{instance}}';

/** Over all nodes. */
const sum = (metric: string) => `sum by (resource) (${metric}{${OWN}})`;
const rate = (metric: string) => `sum by (resource) (rate(${metric}{${OWN}}[$__rate_interval]))`;

/** RabbitMQ as its nodes see it. */
export function rabbitmqSection(): Section {
  return {
    title: 'RabbitMQ',
    panels: [
      upPanel(`max by (resource) (up{job="rabbitmq",${OWN}})`, '{{resource}}'),
      timeSeries({
        title: 'Messages',
        description: 'Messages in all queues: those that wait, and those that somebody works on.',
        unit: 'short',
        width: 10,
        series: [
          [sum('rabbitmq_queue_messages_ready'), '{{resource}} waiting'],
          [sum('rabbitmq_queue_messages_unacked'), '{{resource}} in work'],
        ],
      }),
      timeSeries({
        title: 'In and out',
        description: 'Messages a second that were published, and that were handed to consumers.',
        unit: 'ops',
        width: 10,
        series: [
          [rate('rabbitmq_global_messages_received_total'), '{{resource}} published'],
          [rate('rabbitmq_global_messages_delivered_total'), '{{resource}} delivered'],
        ],
      }),
      ...room(),
    ],
  };
}

function room(): readonly Panel[] {
  return [
    timeSeries({
      title: 'Memory',
      description: 'Share of the memory up to the watermark, by node. Above it publishers are blocked.',
      unit: 'percentunit',
      bound: 1,
      series: [
        [
          `rabbitmq_process_resident_memory_bytes{${OWN}} / rabbitmq_resident_memory_limit_bytes{${OWN}}`,
          NODE,
        ],
      ],
    }),
    timeSeries({
      title: 'Free disk',
      description: 'Bytes that are free, by node. Below the watermark publishers are blocked.',
      unit: 'bytes',
      series: [[`rabbitmq_disk_space_available_bytes{${OWN}}`, NODE]],
    }),
    timeSeries({
      title: 'Clients',
      description: 'Connections, and consumers that wait for messages.',
      unit: 'short',
      series: [
        [sum('rabbitmq_connections'), '{{resource}} connections'],
        [sum('rabbitmq_consumers'), '{{resource}} consumers'],
      ],
    }),
  ];
}
