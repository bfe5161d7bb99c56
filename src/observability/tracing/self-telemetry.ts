import { SELF_METRICS } from './ports.ts';

/**
 * What a program built from the OpenTelemetry Collector tells of itself: metrics for the sidecar, which hands them on
 * with its own. A reader that is written out, as here, names counters with `_total`; the one that is there by default
 * does not: https://opentelemetry.io/docs/collector/internal-telemetry/
 */
export function selfTelemetry(name: string): object {
  const prometheus = { host: 'localhost', port: SELF_METRICS, without_scope_info: true };
  return {
    resource: { 'service.name': name },
    logs: { level: 'info', encoding: 'json' },
    metrics: { level: 'normal', readers: [{ pull: { exporter: { prometheus } } }] },
  };
}
