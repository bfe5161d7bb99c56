import type { Environment } from '../../src/model/environment.ts';
import type { Observability } from '../../src/model/observability.ts';
import { writeYaml } from '../../src/yaml/write.ts';
import { COLLECTOR, HEALTH, JAEGER, OTLP_GRPC, OTLP_HTTP } from './ports.ts';
import { redaction } from './redaction.ts';
import { selfTelemetry } from './self-telemetry.ts';
import { tailSampling } from './tail-sampling.ts';

/**
 * Configuration of the OpenTelemetry Collector: takes the spans of services and their sidecars, chooses whole traces,
 * takes out what must not be stored, and sends the rest to Jaeger. No metrics are made of spans: the mesh counts every
 * request already.
 */
export function collectorConfigText(environment: Environment, observability: Observability): string {
  const { namespaces, name, cluster, mesh } = environment;
  return writeYaml({
    extensions: { health_check: { endpoint: `0.0.0.0:${HEALTH}` } },
    receivers: {
      otlp: {
        protocols: {
          grpc: { endpoint: `0.0.0.0:${OTLP_GRPC}` },
          http: { endpoint: `0.0.0.0:${OTLP_HTTP}` },
        },
      },
    },
    processors: {
      memory_limiter: MEMORY_LIMITER,
      resource: {
        attributes: [
          { key: 'deployment.environment.name', value: name, action: 'insert' },
          { key: 'k8s.cluster.name', value: cluster.name, action: 'insert' },
        ],
      },
      tail_sampling: tailSampling(observability.tracing),
      transform: redaction(observability.logs?.drop ?? []),
      batch: { send_batch_size: 1024, send_batch_max_size: 2048, timeout: '2s' },
    },
    exporters: { otlp_grpc: toJaeger(namespaces.monitoring) },
    service: {
      extensions: ['health_check'],
      pipelines: { traces: PIPELINE },
      telemetry: selfTelemetry(COLLECTOR, mesh !== undefined),
    },
  });
}

/** Refuses spans before the kernel ends the process, which would lose all that wait: percent of the limit of memory. */
const MEMORY_LIMITER = { check_interval: '1s', limit_percentage: 80, spike_limit_percentage: 20 };

/** Redaction comes after the choice: nine of ten spans need none, as they are not kept. Batches come last. */
const PIPELINE = {
  receivers: ['otlp'],
  processors: ['memory_limiter', 'tail_sampling', 'resource', 'transform', 'batch'],
  exporters: ['otlp_grpc'],
};

function toJaeger(monitoring: string): object {
  return {
    endpoint: `${JAEGER}.${monitoring}.svc.cluster.local:${OTLP_GRPC}`,
    // The sidecars at both ends encrypt.
    tls: { insecure: true },
    retry_on_failure: {
      enabled: true,
      initial_interval: '5s',
      max_interval: '30s',
      max_elapsed_time: '300s',
    },
    // Batches; about as many as come in while Jaeger is replaced.
    sending_queue: { enabled: true, queue_size: 500, num_consumers: 4 },
  };
}
