import { SELF_METRICS } from './ports.ts';

/**
 * What a program built from the OpenTelemetry Collector tells of itself: metrics for the sidecar, which hands them on
 * with its own, or for Prometheus itself where there is none, under the names that rules and dashboards ask for. How names end is written out, as what they do
 * otherwise has changed: https://github.com/open-telemetry/opentelemetry-collector/pull/15027. Attributes are a list from
 * 0.151 on: https://github.com/open-telemetry/opentelemetry-collector/pull/14412
 */
export function selfTelemetry(name: string, hasSidecar: boolean): object {
  const prometheus = {
    host: hasSidecar ? 'localhost' : '0.0.0.0',
    port: SELF_METRICS,
    without_scope_info: true,
    // Counters end with `_total`, and nothing with its unit.
    without_type_suffix: false,
    without_units: true,
  };
  return {
    resource: { attributes: [{ name: 'service.name', value: name }] },
    logs: { level: 'info', encoding: 'json' },
    metrics: { level: 'normal', readers: [{ pull: { exporter: { prometheus } } }] },
  };
}
