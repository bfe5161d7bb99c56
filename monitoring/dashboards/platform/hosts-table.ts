import type { Panel } from '../../forms/panels/panel.ts';
import { table } from '../../forms/panels/table.ts';

/** Every public host as somebody outside sees it. */
export function hostsTable(): Panel {
  return table({
    title: 'Public hosts',
    description: 'Asked from inside the cluster through the load balancer, as its users come.',
    height: 8,
    labels: { host: 'Host' },
    columns: [
      {
        title: 'State',
        expr: 'min by (host) (probe_success{job="uptime"})',
        unit: 'short',
        words: { 1: 'up', 0: 'down' },
        steps: [
          [null, 'red'],
          [1, 'green'],
        ],
      },
      { title: 'Up within a day', expr: AVAILABLE, unit: 'percentunit', decimals: 3 },
      {
        title: 'Answers in',
        expr: 'avg by (host) (probe_duration_seconds{job="uptime"})',
        unit: 's',
        decimals: 3,
      },
      {
        title: 'Certificate lasts',
        expr: 'min by (host) (probe_ssl_earliest_cert_expiry{job="uptime"}) - time()',
        unit: 's',
        decimals: 0,
        steps: [
          [null, 'red'],
          [1_209_600, 'green'],
        ],
      },
    ],
  });
}

const AVAILABLE = 'min by (host) (avg_over_time(probe_success{job="uptime"}[1d]))';
