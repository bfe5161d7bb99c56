import { expect, test } from 'vitest';
import type { Environment } from '../../src/model/environment.ts';
import type { ManifestObject } from '../../src/model/manifest.ts';
import type { Scaling } from '../../src/model/scaling.ts';
import type { Service } from '../../src/model/service.ts';
import { render, sampleEnvironment, sampleService } from '../../test/sample.ts';
import { workload } from './chart.ts';

function deployments(fields: Partial<Service>, environment: Partial<Environment> = {}) {
  const objects = render(workload, sampleEnvironment({ services: [sampleService(fields)], ...environment }));
  return objects.filter((object) => object.kind === 'Deployment') as (ManifestObject & { spec: Spec })[];
}

interface Spec {
  readonly replicas?: number;
  readonly progressDeadlineSeconds: number;
  readonly template: { readonly spec: { readonly topologySpreadConstraints: readonly object[] } };
}

const REPLICAS: readonly [string, Scaling, number | undefined][] = [
  ['left to the autoscaler', { min: 2, max: 10, cpu: 70, memory: undefined }, undefined],
  ['fixed where the size is', { min: 3, max: 3, cpu: 70, memory: undefined }, 3],
  ['the minimum where nothing scales', { min: 2, max: 4, cpu: undefined, memory: undefined }, 2],
];

test.each(REPLICAS)('replicas are %s', (_, scaling, expected) => {
  expect(deployments({ scaling })[0]?.spec.replicas).toBe(expected);
});

test('a release never takes a pod away before its successor has stayed ready, and waits for a slow start', () => {
  const health = { ...sampleService().health, startupSeconds: 900 };
  const [deployment] = deployments({ health });
  expect(deployment?.spec).toMatchObject({
    revisionHistoryLimit: 5,
    minReadySeconds: 10,
    progressDeadlineSeconds: 1210,
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: '25%' } },
  });
});

test('a variant is a Deployment of its own image, size and selector, with the same account and configuration', () => {
  const variant = {
    name: 'canary',
    image: { repository: 'registry.example/shop/web', tag: '9a8b7c6', digest: undefined },
    weight: 5,
    headers: {},
    scaling: { min: 1, max: 1, cpu: undefined, memory: undefined },
  };
  const [stable, canary] = deployments({ variants: [variant] });
  expect(stable).toMatchObject({ metadata: { name: 'web', labels: { 'charthouse.dev/variant': 'stable' } } });
  expect(canary).toMatchObject({
    metadata: { name: 'web-canary', labels: { 'charthouse.dev/variant': 'canary' } },
    spec: {
      replicas: 1,
      selector: { matchLabels: { 'app.kubernetes.io/name': 'web', 'charthouse.dev/variant': 'canary' } },
      template: {
        metadata: { labels: { 'app.kubernetes.io/version': '9a8b7c6', 'charthouse.dev/variant': 'canary' } },
        spec: {
          serviceAccountName: 'web',
          containers: [
            { image: 'registry.example/shop/web:9a8b7c6', envFrom: [{ configMapRef: { name: 'web' } }] },
          ],
        },
      },
    },
  });
});

test('only a service with a Secret is restarted when its Secret changes', () => {
  const secretKeys = [
    { key: 'database-url', from: 'property', remoteKey: 'shop/db', property: 'url' },
  ] as const;
  expect(deployments({ secretKeys })[0]?.metadata.annotations).toEqual({
    'secret.reloader.stakater.com/reload': 'web',
  });
  expect(deployments({})[0]?.metadata.annotations).toBeUndefined();
});

const ZONES: readonly [string, number, readonly string[], string][] = [
  ['must be even with a pod for each of three zones', 3, ['a', 'b', 'c'], 'DoNotSchedule'],
  ['should be even with fewer pods than zones', 2, ['a', 'b', 'c'], 'ScheduleAnyway'],
  ['mean nothing where there is one', 3, ['a'], 'ScheduleAnyway'],
];

test.each(ZONES)('zones %s', (_, min, zones, whenUnsatisfiable) => {
  const scaling = { min, max: 10, cpu: 70, memory: undefined };
  const cluster = { ...sampleEnvironment().cluster, zones };
  const [deployment] = deployments({ scaling }, { cluster });
  const revision = { maxSkew: 1, matchLabelKeys: ['pod-template-hash'] };
  expect(deployment?.spec.template.spec.topologySpreadConstraints).toMatchObject([
    { topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable, ...revision },
    { topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'ScheduleAnyway', ...revision },
  ]);
});
