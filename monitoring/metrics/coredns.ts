import type { Exporter } from '../forms/exporter.ts';

/** DNS of the cluster. */
export const coredns: Exporter = {
  job: 'coredns',
  source: 'https://github.com/coredns/coredns/blob/v1.13.1/plugin/metrics/vars/vars.go',
  metrics: {
    coredns_dns_request_duration_seconds: 'histogram',
    coredns_dns_responses_total: 'counter',
    coredns_panics_total: 'counter',
  },
};
