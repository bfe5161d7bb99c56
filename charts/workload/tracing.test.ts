import { describe, expect, test } from 'vitest';
import type { Environment } from '../../src/model/environment.ts';
import type { Observability } from '../../src/model/observability.ts';
import type { Service } from '../../src/model/service.ts';
import { observedShop } from '../../test/observed-shop.ts';
import { render, sampleEnvironment, sampleService } from '../../test/sample.ts';
import { workload } from './chart.ts';

// biome-ignore lint/suspicious/noExplicitAny: rendered objects are read as a reviewer would, without their types
type Loose = any;

function rendered(fields: Partial<Service>, environment: Environment = observedShop()) {
  const objects = render(workload, { ...environment, services: [sampleService(fields)] });
  const pods = objects.find(({ kind }) => /Deployment|Rollout|CronJob|Job|StatefulSet/.test(kind)) as Loose;
  const spec = (pods.spec.jobTemplate ?? pods).spec.template.spec;
  const config = objects.find(({ kind }) => kind === 'ConfigMap') as Loose;
  return { env: spec.containers[0].env as Loose[] | undefined, config: config?.data as Loose };
}

const OTEL = {
  OTEL_EXPORTER_OTLP_ENDPOINT: 'http://opentelemetry-collector.shop-monitoring.svc.cluster.local:4317',
  OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc',
  OTEL_LOGS_EXPORTER: 'none',
  OTEL_METRICS_EXPORTER: 'none',
  OTEL_PROPAGATORS: 'tracecontext,baggage',
  OTEL_SERVICE_NAME: 'web',
  OTEL_TRACES_SAMPLER: 'parentbased_always_on',
};

const RESOURCE = [
  {
    name: 'POD_VERSION',
    valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: "metadata.labels['app.kubernetes.io/version']" } },
  },
  {
    name: 'OTEL_RESOURCE_ATTRIBUTES',
    value: 'deployment.environment.name=production,service.namespace=shop,service.version=$(POD_VERSION)',
  },
];

describe('a service of an environment with a collector', () => {
  test('has what its SDK reads in its ConfigMap, in the order of the names', () => {
    const { env, config } = rendered({});
    expect(Object.entries(config)).toEqual(Object.entries({ LOG_LEVEL: 'info', ...OTEL }));
    expect(env).toEqual(RESOURCE);
  });

  test('has it where it had no configuration at all', () => {
    expect(rendered({ config: {} }).config).toEqual(OTEL);
  });

  test('keeps what it says itself', () => {
    const { env, config } = rendered({
      config: { OTEL_TRACES_SAMPLER: 'always_off', OTEL_RESOURCE_ATTRIBUTES: 'team=a' },
      secretVariables: [{ variable: 'OTEL_EXPORTER_OTLP_ENDPOINT', key: 'endpoint' }],
    });
    const { OTEL_EXPORTER_OTLP_ENDPOINT: _, ...others } = OTEL;
    expect(config).toEqual({
      ...others,
      OTEL_TRACES_SAMPLER: 'always_off',
      OTEL_RESOURCE_ATTRIBUTES: 'team=a',
    });
    expect(env?.map(({ name }) => name)).toEqual(['OTEL_EXPORTER_OTLP_ENDPOINT']);
  });

  test('that is released in steps has all of it as literals, and no name twice', () => {
    const release = {
      strategy: 'canary',
      steps: [{ weight: 50, pauseSeconds: undefined }],
      analysis: undefined,
    } as unknown as Service['release'];
    const names = rendered({ release }).env?.map(({ name }) => name);
    expect(names).toEqual(['LOG_LEVEL', ...Object.keys(OTEL), ...RESOURCE.map(({ name }) => name)]);
  });

  test.each([
    [28, 'without', undefined],
    [29, 'with', 'web'],
  ])('that ends is on Kubernetes 1.%i %s it', (kubernetesMinor, _, name) => {
    const shop = observedShop();
    const cluster = { ...shop.cluster, kubernetesMinor };
    const schedule = {
      cron: '0 3 * * *',
      timeZone: 'Etc/UTC',
      concurrencyPolicy: 'Forbid',
      startingDeadlineSeconds: 600,
    } as const;
    const { config } = rendered({ kind: 'cron', ports: [], schedule }, { ...shop, cluster });
    expect(config.OTEL_SERVICE_NAME).toBe(name);
  });
});

test.each([
  ['without observability', sampleEnvironment()],
  [
    'without the part',
    observedShop({
      parts: { ...(observedShop().observability as Observability).parts, tracing: false },
    }),
  ],
])('%s nothing changes', (_, environment) => {
  expect(rendered({}, environment)).toEqual({ env: undefined, config: { LOG_LEVEL: 'info' } });
});
