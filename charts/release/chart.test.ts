import { describe, expect, test } from 'vitest';
import type { ManifestObject } from '../../src/model/manifest.ts';
import type { Release, ReleaseAnalysis } from '../../src/model/release.ts';
import { render, sampleEnvironment, sampleService } from '../../test/sample.ts';
import { release } from './chart.ts';

interface Metric {
  readonly name: string;
  readonly count?: number;
  readonly provider: { readonly prometheus: { readonly address: string; readonly query: string } };
}

const ANALYSIS: ReleaseAnalysis = { successRate: 99.5, latency: undefined, minimumRequests: 20 };
const CANARY: Release = { strategy: 'canary', steps: [{ weight: 5, pause: 300 }], analysis: ANALYSIS };
const GRPC = { name: 'grpc', number: 9090, appProtocol: 'grpc' };
const NEW_PODS =
  'reporter="destination",destination_workload_namespace="shop",destination_workload="web",rollouts_pod_template_hash="{{args.hash}}"';

const prometheus = {
  url: 'http://prometheus.shop-monitoring.svc:9090',
  kedaNamespace: 'keda',
  rolloutsNamespace: 'argo-rollouts',
  monitoringPort: 9090,
};

type Fields = Parameters<typeof sampleService>[0];

function templatesOf(fields: Fields): readonly ManifestObject[] {
  return render(release, sampleEnvironment({ services: [sampleService(fields)], prometheus }));
}

function templateOf(fields: Fields): ManifestObject | undefined {
  return templatesOf(fields)[0];
}

function metricsOf(fields: Fields, index = 0): readonly Metric[] {
  const template = templatesOf(fields)[index] as unknown as {
    readonly spec: { readonly metrics: readonly Metric[] };
  };
  return template.spec.metrics;
}

function queryOf(fields: Fields, name: string): string | undefined {
  const metrics = templatesOf(fields).flatMap((_, index) => metricsOf(fields, index));
  return metrics.find((metric) => metric.name === name)?.provider.prometheus.query;
}

test('nothing is judged where pods are replaced one by one, or the clock alone decides', () => {
  expect(templateOf({})).toBeUndefined();
  expect(templateOf({ release: { ...CANARY, analysis: undefined } })).toBeUndefined();
});

test('without Prometheus a release cannot be judged: the configuration has made sure that there is one', () => {
  const services = [sampleService({ release: CANARY })];
  expect(() => render(release, sampleEnvironment({ services }))).toThrow('without Prometheus');
});

describe('the requests of a new version', () => {
  test('are those of the pods with its template hash, as their own sidecars count them', () => {
    expect(templateOf({ release: CANARY })).toHaveProperty('spec.args', [{ name: 'hash' }]);
    expect(queryOf({ release: CANARY }, 'traffic')).toBe(
      `sum(increase(istio_requests_total{${NEW_PODS}}[2m])) or vector(0)`,
    );
  });

  test('are no failure where there are none or too few, but the release waits for them', () => {
    expect(templatesOf({ release: CANARY }).map(({ metadata }) => metadata.name)).toEqual([
      'web',
      'web.traffic',
    ]);
    expect(metricsOf({ release: CANARY }, 1)).toMatchObject([
      {
        initialDelay: '2m',
        interval: '1m',
        successCondition: 'result[0] >= 20',
        failureCondition: 'result[0] < 0',
        count: 20160,
        consecutiveSuccessLimit: 1,
        inconclusiveLimit: 20160,
        consecutiveErrorLimit: 30,
      },
    ]);
    expect(metricsOf({ release: CANARY })[0]).toMatchObject({
      name: 'success-rate',
      successCondition: 'len(result) == 0 || isNaN(result[0]) || result[0] >= 99.5',
      failureLimit: 1,
    });
  });

  test('count as none that succeeded when all fail, so that failures are never left out of the sum', () => {
    expect(queryOf({ release: CANARY }, 'success-rate')).toBe(
      `100 * (1 - (sum(rate(istio_requests_total{${NEW_PODS},response_code=~"5.."}[2m])) or vector(0)) / sum(rate(istio_requests_total{${NEW_PODS}}[2m])))`,
    );
  });

  test('fail in gRPC with status 200, and once only', () => {
    const query = queryOf({ release: CANARY, ports: [GRPC] }, 'success-rate');
    expect(query).toContain(`${NEW_PODS},response_code=~"5.."}[2m])) or vector(0)) + (sum(`);
    expect(query).toContain(`${NEW_PODS},response_code!~"5..",grpc_response_status=~"2|4|12|13|14|15"}[2m])`);
  });

  test('have to be fast where the service says how fast', () => {
    const latency = { percentile: 95, underMilliseconds: 500 };
    const judged: Release = { ...CANARY, analysis: { ...ANALYSIS, latency } };
    expect(metricsOf({ release: judged }).map(({ name }) => name)).toEqual(['success-rate', 'latency-p95']);
    expect(metricsOf({ release: judged })[1]).toMatchObject({
      successCondition: 'len(result) == 0 || isNaN(result[0]) || result[0] <= 500',
    });
    expect(queryOf({ release: judged }, 'latency-p95')).toBe(
      `histogram_quantile(0.95, sum by (le) (rate(istio_request_duration_milliseconds_bucket{${NEW_PODS}}[2m])))`,
    );
  });

  test('are judged until a canary is through, and for some minutes once all have gone over', () => {
    const blueGreen: Release = {
      strategy: 'blue-green',
      promotion: 0,
      preview: undefined,
      scaleDownDelaySeconds: 600,
      analysis: { ...ANALYSIS, minutes: 10 },
    };
    expect(metricsOf({ release: CANARY }).map(({ count }) => count)).toEqual([undefined]);
    // At 2, 3, ... 10 minutes.
    expect(metricsOf({ release: blueGreen }).map(({ count }) => count)).toEqual([9, 9]);
  });
});
