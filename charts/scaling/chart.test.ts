import { describe, expect, test } from 'vitest';
import type { Service, ServiceKind } from '../../src/model/service.ts';
import { render, sampleEnvironment, sampleService } from '../../test/sample.ts';
import { scaling } from './chart.ts';

function rendered(fields: Partial<Service>, kubernetesMinor = 33) {
  const { cluster } = sampleEnvironment();
  return render(
    scaling,
    sampleEnvironment({ services: [sampleService(fields)], cluster: { ...cluster, kubernetesMinor } }),
  );
}

const BUDGET = 'PodDisruptionBudget web';
const KINDS: readonly [ServiceKind, readonly string[]][] = [
  ['web', ['HorizontalPodAutoscaler web', BUDGET]],
  ['worker', ['HorizontalPodAutoscaler web', BUDGET]],
  ['stateful', [BUDGET]],
  ['cron', []],
  ['task', []],
];

test.each(KINDS)('a %s is scaled and protected as its kind can be', (kind, expected) => {
  const objects = rendered({ kind });
  expect(objects.map((object) => `${object.kind} ${object.metadata.name}`)).toEqual(expected);
});

test('a service is scaled by its own container, not by its sidecar', () => {
  const target = (averageUtilization: number) => ({ type: 'Utilization', averageUtilization });
  expect(rendered({})[0]?.['spec']).toMatchObject({
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
    minReplicas: 2,
    maxReplicas: 10,
    metrics: [
      { type: 'ContainerResource', containerResource: { container: 'web', name: 'cpu', target: target(70) } },
      {
        type: 'ContainerResource',
        containerResource: { container: 'web', name: 'memory', target: target(80) },
      },
    ],
  });
  const byMemory = { min: 1, max: 2, cpu: undefined, memory: 80 };
  expect(rendered({ scaling: byMemory }, 29)[0]?.['spec']).toMatchObject({
    metrics: [{ type: 'Resource', resource: { name: 'memory', target: target(80) } }],
  });
});

test('pods come at once and go slowly', () => {
  expect(rendered({})[0]?.['spec']).toMatchObject({
    behavior: {
      scaleUp: { stabilizationWindowSeconds: 0 },
      scaleDown: {
        stabilizationWindowSeconds: 300,
        policies: [
          { type: 'Percent', value: 50, periodSeconds: 60 },
          { type: 'Pods', value: 2, periodSeconds: 60 },
        ],
      },
    },
  });
});

test('each variant is scaled by itself, and one budget counts them together', () => {
  const variant = {
    name: 'canary',
    image: sampleService().image,
    weight: 5,
    headers: {},
    scaling: { min: 1, max: 3, cpu: 60, memory: undefined },
  };
  const objects = rendered({ variants: [variant] });
  expect(objects.map(({ metadata }) => metadata.name)).toEqual(['web', 'web-canary', 'web']);
  expect(objects[1]?.['spec']).toMatchObject({ scaleTargetRef: { name: 'web-canary' }, maxReplicas: 3 });
  expect(objects[2]?.['spec']).toEqual({
    maxUnavailable: 1,
    unhealthyPodEvictionPolicy: 'AlwaysAllow',
    selector: {
      matchLabels: { 'app.kubernetes.io/component': 'web', 'app.kubernetes.io/name': 'web' },
    },
  });
});

test('a service of a fixed size is not scaled, and only one of several pods needs a budget', () => {
  const kindsOf = (size: number) =>
    rendered({ scaling: { min: size, max: size, cpu: 70, memory: undefined } }).map(({ kind }) => kind);
  expect(kindsOf(1)).toEqual([]);
  expect(kindsOf(2)).toEqual(['PodDisruptionBudget']);
});

describe('a service that is scaled by its requests', () => {
  const byRequests = { min: 2, usual: 3, max: 10, cpu: 70, memory: undefined, requestsPerSecond: 100 };
  const prometheus = {
    url: 'http://prometheus.shop-monitoring.svc:9090',
    kedaNamespace: 'keda',
    rolloutsNamespace: 'argo-rollouts',
    monitoringPort: 9090,
  };
  const services = [sampleService({ scaling: byRequests })];
  const [scaled, budget] = render(scaling, sampleEnvironment({ services, prometheus }));

  test('leaves the autoscaler to KEDA, which would make a second one otherwise', () => {
    expect([scaled?.kind, budget?.kind]).toEqual(['ScaledObject', 'PodDisruptionBudget']);
    expect(scaled?.['spec']).toMatchObject({
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
      minReplicaCount: 2,
      maxReplicaCount: 10,
      advanced: { horizontalPodAutoscalerConfig: { name: 'web', behavior: expect.anything() } },
    });
  });

  test('is measured by its own requests, and never shrinks because Prometheus is away', () => {
    expect(scaled).toHaveProperty('spec.triggers', [
      { type: 'cpu', metricType: 'Utilization', metadata: { containerName: 'web', value: '70' } },
      {
        type: 'prometheus',
        metricType: 'AverageValue',
        metadata: {
          ignoreNullValues: 'false',
          query:
            'sum(rate(istio_requests_total{reporter="destination",destination_workload_namespace="shop",' +
            'destination_workload="web"}[2m])) or vector(0)',
          serverAddress: 'http://prometheus.shop-monitoring.svc:9090',
          threshold: '100',
        },
      },
    ]);
  });

  test('tells people how many pods are usual', () => {
    expect(scaled?.metadata.annotations).toMatchObject({ 'charthouse.dev/usual-replicas': '3' });
  });
});

test('a platform can say how many pods stay, instead of how many go', () => {
  const [, budget] = rendered({ disruption: { minAvailable: 1 } });
  expect(budget?.['spec']).toMatchObject({ minAvailable: 1, unhealthyPodEvictionPolicy: 'AlwaysAllow' });
  expect(budget?.['spec']).not.toHaveProperty('maxUnavailable');
});
