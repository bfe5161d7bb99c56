import { expect, test } from 'vitest';
import type { OutsideDependency, ServiceDependency } from '../../../src/model/dependency.ts';
import { meshOf } from '../../../src/model/mesh.ts';
import type { Service } from '../../../src/model/service.ts';
import { render, sampleEnvironment, sampleService } from '../../../test/sample.ts';
import { sampleEndpoint, sampleResource, useOf } from '../../../test/sample-resource.ts';
import { mesh } from './chart.ts';

const TO_CATALOG: ServiceDependency = {
  to: 'service',
  name: 'catalog',
  port: { name: 'grpc', number: 9090, appProtocol: 'grpc' },
  timeout: undefined,
  retries: undefined,
  perTryTimeout: undefined,
  idempotent: false,
};

function outside(name: string, host: string): OutsideDependency {
  const endpoints = [sampleEndpoint(name, host, 5432)];
  return useOf(sampleResource(name, 'postgres', { endpoints }));
}

function objectsOf(fields: Partial<Service>) {
  const objects = render(mesh, sampleEnvironment({ services: [sampleService(fields)] }));
  return (kind: string, name = 'web') =>
    objects.find((object) => object.kind === kind && object.metadata.name === name)?.['spec'];
}

test('pods with sidecars take only mutual TLS, and nothing that is not allowed', () => {
  const objects = render(mesh, sampleEnvironment({ services: [] }));
  expect(objects.map(({ kind, metadata, ...rest }) => [kind, metadata.namespace, rest['spec']])).toEqual([
    ['PeerAuthentication', 'shop', { mtls: { mode: 'STRICT' } }],
    ['AuthorizationPolicy', 'shop', {}],
    ['Telemetry', 'shop', expect.anything()],
  ]);
});

test.each([
  [
    { provider: 'otel', samplingPercent: 5 },
    [{ providers: [{ name: 'otel' }], randomSamplingPercentage: 5 }],
  ],
  [undefined, undefined],
])('traces are sent where a provider is set: %j', (tracing, expected) => {
  const sample = meshOf(sampleEnvironment());
  const objects = render(mesh, sampleEnvironment({ mesh: { ...sample, tracing } }));
  const telemetry = objects.find((object) => object.kind === 'Telemetry');
  const spec = telemetry?.['spec'] as { readonly tracing?: unknown } | undefined;
  expect(spec?.tracing).toEqual(expected);
});

test('callers are let in by their identity, each to the port of its edge', () => {
  const find = objectsOf({
    callers: [
      { service: 'cart', edge: TO_CATALOG },
      { service: 'search', edge: { ...TO_CATALOG, port: { name: 'tcp', number: 7000, appProtocol: 'tcp' } } },
    ],
  });
  expect(find('AuthorizationPolicy')).toMatchObject({
    action: 'ALLOW',
    rules: [
      {
        from: [{ source: { principals: ['cluster.local/ns/shop/sa/cart'] } }],
        to: [{ operation: { ports: ['9090'] } }],
      },
      {
        from: [{ source: { principals: ['cluster.local/ns/shop/sa/search'] } }],
        to: [{ operation: { ports: ['7000'] } }],
      },
    ],
  });
});

test('a service that nobody calls has no policy and no routes of its own, and knows only the control plane', () => {
  const find = objectsOf({});
  expect(find('AuthorizationPolicy')).toBeUndefined();
  expect(find('VirtualService')).toBeUndefined();
  expect(find('Sidecar')).toMatchObject({
    outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' },
    egress: [{ hosts: ['istio-system/*'] }],
  });
});

test('a sidecar knows what its service depends on, each host once, in the order of the dependencies', () => {
  const find = objectsOf({
    dependencies: [
      outside('orders', 'db.shop.example'),
      TO_CATALOG,
      outside('reports', 'db.shop.example'),
      outside('media', '*.s3.us-east-1.amazonaws.com'),
    ],
  });
  expect(find('Sidecar')).toMatchObject({
    workloadSelector: { labels: { 'app.kubernetes.io/name': 'web' } },
    egress: [
      {
        hosts: [
          'istio-system/*',
          './db.shop.example',
          './catalog.shop.svc.cluster.local',
          './*.s3.us-east-1.amazonaws.com',
        ],
      },
    ],
  });
});

test('a sidecar knows the way to the collector where traces are sent', () => {
  const environment = {
    mesh: { ...meshOf(sampleEnvironment()), tracing: { provider: 'otel', samplingPercent: 5 } },
  };
  const sidecar = render(mesh, sampleEnvironment(environment)).find(({ kind }) => kind === 'Sidecar');
  expect(sidecar?.['spec']).toMatchObject({ egress: [{ hosts: ['istio-system/*', 'shop-monitoring/*'] }] });
});

test('a rate limit is a token bucket behind authorization, for the pods of that service only', () => {
  const spec = objectsOf({ rateLimit: { requests: 100, seconds: 60, burst: 200 } })('EnvoyFilter');
  expect(spec).toMatchObject({
    workloadSelector: { labels: { 'app.kubernetes.io/name': 'web' } },
    configPatches: [
      {
        match: {
          listener: { filterChain: { filter: { subFilter: { name: 'envoy.filters.http.router' } } } },
        },
        patch: {
          operation: 'INSERT_BEFORE',
          value: {
            typed_config: { token_bucket: { max_tokens: 200, tokens_per_fill: 100, fill_interval: '60s' } },
          },
        },
      },
    ],
  });
});
