import { describe, expect, test } from 'vitest';
import { api, type Part, shop } from '../../../test/shop-input.ts';

const PROMETHEUS = { prometheus: { url: 'http://prometheus.shop-monitoring.svc:9090' } };

function releaseOf(release: Part) {
  return api({ release }, PROMETHEUS).release;
}

describe('how a new version takes over', () => {
  test('pod by pod, unless the service says otherwise', () => {
    expect(api({}).release).toBeUndefined();
    expect(releaseOf({ strategy: 'rolling' })).toBeUndefined();
  });

  test('in three steps, judged by its failures, where only canary is said', () => {
    expect(releaseOf({ strategy: 'canary' })).toEqual({
      strategy: 'canary',
      steps: [
        { weight: 5, pause: 300 },
        { weight: 25, pause: 600 },
        { weight: 50, pause: 600 },
      ],
      analysis: { successRate: 99, latency: undefined, minimumRequests: 20 },
    });
  });

  test('as soon as it is ready, judged for ten minutes, where only blue-green is said', () => {
    expect(releaseOf({ strategy: 'blue-green' })).toEqual({
      strategy: 'blue-green',
      promotion: 0,
      preview: undefined,
      scaleDownDelaySeconds: 600,
      analysis: { successRate: 99, latency: undefined, minimumRequests: 20, minutes: 10 },
    });
  });

  test('as it is written', () => {
    const latency = { percentile: 99, under: '1500ms' };
    expect(
      releaseOf({
        strategy: 'blue-green',
        promotion: 'manual',
        preview: { headers: { 'x-preview': 'next' } },
        scaleDownDelay: '1h',
        analysis: { successRate: 99.9, latency, minimumRequests: 3, duration: '30m' },
      }),
    ).toEqual({
      strategy: 'blue-green',
      promotion: 'manual',
      preview: { headers: { 'x-preview': 'next' } },
      scaleDownDelaySeconds: 3600,
      analysis: {
        successRate: 99.9,
        latency: { percentile: 99, underMilliseconds: 1500 },
        minimumRequests: 3,
        minutes: 30,
      },
    });
    const steps = [{ weight: 10, pause: 'manual' }];
    expect(releaseOf({ strategy: 'canary', steps, analysis: { enabled: false } })).toEqual({
      strategy: 'canary',
      steps,
      analysis: undefined,
    });
  });

  test('without Prometheus where the clock alone decides', () => {
    const release = { strategy: 'canary', analysis: { enabled: false } };
    expect(api({ release }).release).toMatchObject({ analysis: undefined });
  });

  test('otherwise in one environment than in another', () => {
    const platform = { ...PROMETHEUS, services: { api: { release: { strategy: 'canary' } } } };
    const production = { services: { api: { release: null } } };
    expect(shop({ platform }).services[0]?.release?.strategy).toBe('canary');
    expect(shop({ platform, production }).services[0]?.release).toBeUndefined();
  });
});

test.each([null, { strategy: 'canary' }, { strategy: 'blue-green' }])(
  'however a release goes, %j, old pods may still be ending while all the new ones run',
  (release) => {
    const { ownedNamespaces } = shop({ platform: { ...PROMETHEUS, services: { api: { release } } } });
    // Six pods of api at most, and two of orders, each twice.
    expect(ownedNamespaces[0]?.quota.pods).toBe(12 + 4);
  },
);

test('a preview on a host of its own is one more public host, with the paths of the service', () => {
  const release = { strategy: 'blue-green', preview: { host: 'next' } };
  const { publicHosts } = shop({ platform: { ...PROMETHEUS, services: { api: { release } } } });
  expect(
    publicHosts.map(({ host, routes }) => [host, routes.map(({ path, isPreview }) => [path, isPreview])]),
  ).toEqual([
    ['api.shop.example', [['/api', undefined]]],
    ['next.shop.example', [['/api', true]]],
  ]);
});

test.each([
  ['http://prometheus.shop-monitoring.svc:80', 80],
  ['https://prometheus.shop-monitoring.svc:443', 443],
  ['http://prometheus.elsewhere.svc:9090', undefined],
])('%s opens port %s of the monitoring namespace', (url, port) => {
  expect(shop({ platform: { prometheus: { url } } }).prometheus?.monitoringPort).toBe(port);
});
