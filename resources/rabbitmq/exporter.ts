import { scrapeOwn } from '../scrape-own.ts';
import type { OwnMetrics, Watching } from '../watching.ts';
import { rabbitmqAlerts } from './alerts.ts';
import { rabbitmqSection } from './dashboard.ts';
import { metrics, rabbitmq } from './metrics.ts';

/**
 * The plugin rabbitmq_prometheus with `prometheus.ssl.port = 15691`, as RabbitMQ's operator sets it up: 15692, its usual
 * port, is not encrypted. The exporter by kbudde ends with RabbitMQ 3: https://github.com/kbudde/rabbitmq_exporter/issues/383
 */
const OWN: OwnMetrics = { kind: 'own', port: 15691 };

/** RabbitMQ by its own metrics, node by node. */
export const watching: Watching = {
  reader: OWN,
  metrics,
  jobs: (watched) => scrapeOwn(metrics.job, OWN, watched),
  availability: {
    unanswered: `max by (resource) (${rabbitmq('up')}) == 0`,
    answers: rabbitmq('up', 'resource="main"'),
  },
  isUp: (name) => `max(up{job="${metrics.job}",resource="${name}"})`,
  listedBy: 'rabbitmq_connections',
  section: rabbitmqSection,
  alerts: rabbitmqAlerts,
};
