import { describe, expect, test } from 'vitest';
import type { Observability } from '../../src/model/observability.ts';
import { readYaml } from '../../src/yaml/read.ts';
import { observedShop } from '../../test/observed-shop.ts';
import { collectorConfigText } from './collector-config.ts';
import { jaegerConfigText } from './jaeger-config.ts';
import { faultsOf, listeningPorts } from './pipelines.fixture.ts';

// biome-ignore lint/suspicious/noExplicitAny: read as the programs would, without types
type Loose = any;

const shop = observedShop();
const observability = shop.observability as Observability;
const { tracing } = observability;

function collector(fields: Partial<Observability> = {}): Loose {
  return readYaml(collectorConfigText(shop, { ...observability, ...fields }));
}

describe('the collector', () => {
  test('has whole pipelines, and each port once', () => {
    expect(faultsOf(collector())).toEqual([]);
    expect(listeningPorts(collector())).toEqual([13133, 4317, 4318, 8888]);
  });

  test('limits memory first, then chooses, then takes out, and makes batches last', () => {
    expect(collector().service.pipelines.traces.processors).toEqual([
      'memory_limiter',
      'tail_sampling',
      'resource',
      'transform',
      'batch',
    ]);
  });

  test('keeps every failure however it is written, every slow request, and a share of the others', () => {
    const { policies } = collector().processors.tail_sampling;
    expect(policies.map(({ type }: Loose) => type)).toEqual([
      'status_code',
      'numeric_attribute',
      'string_attribute',
      'latency',
      'probabilistic',
    ]);
    for (const policy of policies) expect(policy[policy.type], policy.name).toBeDefined();
    // As the Collector reads it: a doubled $ is one.
    const sidecar = policies[2].string_attribute.values.map(
      (text: string) => new RegExp(text.replace('$$', '$')),
    );
    const failed = ['503', '0', '404', '5030'].map((code) => sidecar.some((one: RegExp) => one.test(code)));
    expect(failed).toEqual([true, true, false, false]);
    expect(policies[3].latency).toEqual({ threshold_ms: 1000 });
    expect(policies[4].probabilistic).toEqual({ sampling_percentage: 10 });
  });

  test.each([
    [100, '10s'],
    [1000, '10s'],
    [5000, '15s'],
    [120_000, '60s'],
  ])('with %i ms for slow it decides after %s', (slowMilliseconds, wait) => {
    const changed = collector({ tracing: { ...tracing, slowMilliseconds } });
    expect(changed.processors.tail_sampling.decision_wait).toBe(wait);
  });

  test('counts itself under names that end with _total, as rules and dashboards ask for them', () => {
    const jaeger = readYaml(jaegerConfigText(shop, tracing)) as Loose;
    for (const { service } of [collector(), jaeger]) {
      const [reader] = service.telemetry.metrics.readers;
      // Left out, each version of the Collector decides.
      expect(reader.pull.exporter.prometheus).toMatchObject({
        without_type_suffix: false,
        without_units: true,
      });
    }
  });

  test('sends to the Jaeger beside it', () => {
    expect(collector().exporters.otlp_grpc.endpoint).toBe('jaeger.shop-monitoring.svc.cluster.local:4317');
  });
});

describe('Jaeger', () => {
  test.each([
    ['a store', tracing],
    ['its own volume', { ...tracing, store: undefined }],
  ])('with %s has whole pipelines, and each port once', (_, changed) => {
    const config = readYaml(jaegerConfigText(shop, changed)) as Loose;
    expect(faultsOf(config)).toEqual([]);
    const { jaeger_query, jaeger_storage } = config.extensions;
    expect(Object.keys(jaeger_storage.backends)).toEqual([jaeger_query.storage.traces]);
    expect(config.exporters.jaeger_storage_exporter.trace_storage).toBe(jaeger_query.storage.traces);
  });

  test('keeps traces in its volume as long as the input says', () => {
    const config = readYaml(jaegerConfigText(shop, { ...tracing, store: undefined })) as Loose;
    expect(config.extensions.jaeger_storage.backends.traces).toEqual({
      badger: {
        directories: { keys: '/badger/keys', values: '/badger/values' },
        ephemeral: false,
        ttl: { spans: '168h' },
      },
    });
  });

  test('finds all that the store still has, with an account from files', () => {
    const config = readYaml(jaegerConfigText(shop, tracing)) as Loose;
    const { opensearch } = config.extensions.jaeger_storage.backends.traces;
    expect(opensearch.max_span_age).toBe('168h');
    expect(opensearch.server_urls).toEqual(['https://search.shop.example:443']);
    expect(opensearch.indices.index_prefix).toBe('shop-traces');
    expect(opensearch.auth.basic.username).toBe('${file:/etc/jaeger/secret/username}');
    expect(opensearch.auth.basic.password_file).toBe('/etc/jaeger/secret/password');
  });
});

test('the fixture finds what is wrong', () => {
  const config = collector();
  delete config.processors.batch;
  config.exporters.debug = {};
  config.receivers.otlp.protocols.http.endpoint = '0.0.0.0:4317';
  expect(faultsOf(config)).toEqual([
    'processors: batch is not defined',
    'exporters: debug is not used',
    'port 4317 twice',
  ]);
});
