import type { Environment } from '../../src/model/environment.ts';
import { collectorHost, OTLP_GRPC } from './ports.ts';

/**
 * What a service's OpenTelemetry SDK reads, whatever its language, to send spans to the environment's collector and to
 * carry traces on: https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/
 * Empty where no collector is rendered.
 */
export function otelVariables(
  service: string,
  { namespaces, observability }: Environment,
): Readonly<Record<string, string>> {
  if (!observability?.parts.tracing) return {};
  return {
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://${collectorHost(namespaces.monitoring)}:${OTLP_GRPC}`,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc',
    // The collector takes traces only; metrics are scraped, and logs read from files.
    OTEL_LOGS_EXPORTER: 'none',
    OTEL_METRICS_EXPORTER: 'none',
    OTEL_PROPAGATORS: 'tracecontext,baggage',
    OTEL_SERVICE_NAME: service,
    // The collector chooses, when it knows how a request ended.
    OTEL_TRACES_SAMPLER: 'parentbased_always_on',
  };
}

/** What every span says of where it is from; `version` is the variable that holds the version of the pod. */
export function otelResource({ namespaces, name }: Environment, version: string): string {
  return [
    `deployment.environment.name=${name}`,
    `service.namespace=${namespaces.services}`,
    `service.version=$(${version})`,
  ].join(',');
}
