import type { Exporter } from './exporter.ts';

/** MongoDB. */
export const mongodbExporter: Exporter = {
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
