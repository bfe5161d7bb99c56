import type { Exporter } from '../forms/exporter.ts';

/** Requests and connections, as sidecars count them; the gateway has the same under its own job. */
export const istioProxy: Exporter = {
  job: 'services',
  source: 'https://istio.io/latest/docs/reference/config/metrics/, 1.31',
  metrics: {
    istio_request_duration_milliseconds: 'histogram',
    istio_requests_total: 'counter',
    istio_tcp_sent_bytes_total: 'counter',
  },
};
