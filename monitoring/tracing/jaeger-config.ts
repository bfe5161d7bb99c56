import type { Environment } from '../../src/model/environment.ts';
import { mainEndpoint } from '../../src/model/resource.ts';
import type { SearchStore, Tracing } from '../../src/model/watched.ts';
import { writeYaml } from '../../src/yaml/write.ts';
import { HEALTH, JAEGER, JAEGER_QUERY, OTLP_GRPC } from './ports.ts';
import { selfTelemetry } from './self-telemetry.ts';

/** Where Jaeger keeps traces itself, and where it finds the account of a store. */
export const JAEGER_DATA = '/badger';
export const JAEGER_SECRET = '/etc/jaeger/secret';

/** What the names of the indices with a platform's traces start with. */
export function traceIndices(platform: string): string {
  return `${platform}-traces`;
}

/**
 * Configuration of Jaeger 2, an OpenTelemetry Collector with a store: https://www.jaegertracing.io/docs/2.20/configuration/
 * Traces go after `retentionDays`: from Badger by themselves, from OpenSearch through the policy of their indices.
 */
export function jaegerConfigText(
  { mesh, platform }: Pick<Environment, 'mesh' | 'platform'>,
  tracing: Tracing,
): string {
  return writeYaml({
    extensions: {
      healthcheckv2: { use_v2: true, http: { endpoint: `0.0.0.0:${HEALTH}` } },
      jaeger_storage: { backends: { traces: backendOf(platform, tracing) } },
      jaeger_query: {
        storage: { traces: 'traces' },
        http: { endpoint: `0.0.0.0:${JAEGER_QUERY}` },
        // Nobody asks over gRPC.
        grpc: { endpoint: 'localhost:16685' },
      },
    },
    receivers: { otlp: { protocols: { grpc: { endpoint: `0.0.0.0:${OTLP_GRPC}` } } } },
    processors: { batch: {} },
    exporters: { jaeger_storage_exporter: { trace_storage: 'traces' } },
    service: {
      extensions: ['jaeger_storage', 'jaeger_query', 'healthcheckv2'],
      pipelines: {
        traces: { receivers: ['otlp'], processors: ['batch'], exporters: ['jaeger_storage_exporter'] },
      },
      telemetry: selfTelemetry(JAEGER, mesh !== undefined),
    },
  });
}

function backendOf(platform: string, { store, retentionDays }: Tracing): object {
  const kept = `${retentionDays * 24}h`;
  return store ? { opensearch: openSearch(platform, store, kept) } : { badger: badger(kept) };
}

function badger(kept: string): object {
  return {
    directories: { keys: `${JAEGER_DATA}/keys`, values: `${JAEGER_DATA}/values` },
    ephemeral: false,
    ttl: { spans: kept },
  };
}

/** Jaeger begins an index each day if nothing else is said, and the policy of the indices deletes it. */
function openSearch(platform: string, { resource }: SearchStore, kept: string): object {
  const { port, reach } = mainEndpoint(resource);
  const index = { shards: 1, replicas: 1 };
  return {
    server_urls: [`https://${reach.host}:${port}`],
    // The user is read at the start, the password whenever its file changes.
    auth: {
      basic: { username: `\${file:${JAEGER_SECRET}/username}`, password_file: `${JAEGER_SECRET}/password` },
    },
    // Questions go back three days if nothing is said.
    max_span_age: kept,
    indices: {
      index_prefix: traceIndices(platform),
      spans: index,
      services: index,
      dependencies: index,
      sampling: index,
    },
  };
}
