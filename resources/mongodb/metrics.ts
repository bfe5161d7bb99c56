import type { Exporter } from '../../monitoring/forms/exporter.ts';
import { type Selector, selector } from '../../monitoring/forms/selector.ts';

/** MongoDB. */
export const metrics: Exporter = {
  job: 'mongodb-exporter',
  source: 'https://github.com/percona/mongodb_exporter, 0.53',
  metrics: {
    mongodb_rs_members_optimeDate: 'gauge',
    mongodb_rs_members_state: 'gauge',
    mongodb_ss_connections: 'gauge',
    mongodb_ss_opcounters: 'counter',
    mongodb_up: 'gauge',
  },
};

/** What its exporter says; the label `resource` tells of which one. */
export const mongodb: Selector = selector(metrics.job);
