import type { Exporter } from '../forms/exporter.ts';

/** The control plane of the mesh. */
export const istiod: Exporter = {
  job: 'istiod',
  source: 'https://istio.io/latest/docs/reference/commands/pilot-discovery/#metrics, 1.31',
  metrics: {
    citadel_server_root_cert_expiry_seconds: 'gauge',
    citadel_server_root_cert_expiry_timestamp: 'gauge',
    pilot_proxy_convergence_time: 'histogram',
    pilot_total_xds_internal_errors: 'counter',
    pilot_total_xds_rejects: 'counter',
    pilot_xds: 'gauge',
    pilot_xds_push_context_errors: 'counter',
    pilot_xds_pushes: 'counter',
    process_cpu_seconds_total: 'counter',
    sidecar_injection_failure_total: 'counter',
  },
};
