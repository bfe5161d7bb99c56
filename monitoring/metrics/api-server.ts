import type { Exporter } from '../forms/exporter.ts';

/** The API server of Kubernetes. */
export const apiServer: Exporter = {
  job: 'apiserver',
  source: 'https://kubernetes.io/docs/reference/instrumentation/metrics/, 1.33',
  metrics: {
    apiserver_client_certificate_expiration_seconds: 'histogram',
    apiserver_request_sli_duration_seconds: 'histogram',
    apiserver_request_terminations_total: 'counter',
    apiserver_request_total: 'counter',
    kubernetes_build_info: 'gauge',
    rest_client_requests_total: 'counter',
  },
};
