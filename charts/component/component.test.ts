import type { Construct } from 'constructs';
import { describe, expect, test } from 'vitest';
import { render, sampleEnvironment } from '../../test/sample.ts';
import { addComponent } from './add-component.ts';
import type { Component, RunningComponent, ScheduledComponent } from './component.ts';

const SMALL = { requests: { cpu: '10m', memory: '32Mi' }, limits: { cpu: undefined, memory: '64Mi' } };

/** A database in the cluster, of an environment that nothing watches. */
const DATABASE: RunningComponent = {
  kind: 'StatefulSet',
  name: 'orders-db',
  purpose: 'postgres',
  namespace: 'shop-data',
  image: 'registry.example/postgres:17.2',
  ports: [{ name: 'postgres', number: 5432, appProtocol: 'postgres' }],
  resources: SMALL,
  replicas: 2,
  volume: { size: '10Gi', mountPath: '/var/lib/postgresql' },
  mesh: { callers: [{ accounts: [{ namespace: 'shop', name: 'web' }], ports: [5432] }] },
  ingress: [{ from: [{ podSelector: {} }], ports: [{ protocol: 'TCP', port: 5432 }] }],
  egress: [],
};

const JOB: ScheduledComponent = {
  kind: 'CronJob',
  name: 'sweeper',
  purpose: 'cleaning',
  namespace: 'shop-data',
  image: 'registry.example/sweeper:1',
  resources: SMALL,
  schedule: '17 * * * *',
  startingDeadlineSeconds: 600,
  timeoutSeconds: 300,
  retries: 2,
  rightsIn: new Map([['velero', [{ apiGroups: ['velero.io'], resources: ['backups'], verbs: ['list'] }]]]),
  ingress: [],
  egress: [],
};

const objectsOf = (component: Component, environment = sampleEnvironment()) =>
  render(
    {
      name: 'sample',
      summary: 'one component',
      perEnvironment: (scope: Construct) => addComponent(scope, environment, component),
    },
    { ...environment, services: [] },
  );
const kinds = (objects: ReturnType<typeof objectsOf>) => objects.map(({ kind }) => kind);
const podOf = (objects: ReturnType<typeof objectsOf>, kind: string) =>
  JSON.parse(JSON.stringify(objects.find((object) => object.kind === kind)?.['spec']));

describe('a database in the cluster', () => {
  test('has an account, policies, a headless Service, a StatefulSet and a budget, all in its namespace', () => {
    const objects = objectsOf(DATABASE);
    expect(kinds(objects)).toEqual([
      'ServiceAccount',
      'NetworkPolicy',
      'AuthorizationPolicy',
      'Service',
      'StatefulSet',
      'PodDisruptionBudget',
    ]);
    expect(new Set(objects.map(({ metadata }) => metadata.namespace))).toEqual(new Set(['shop-data']));
  });

  test('is not told apart by a mesh where there is none', () => {
    const objects = objectsOf(DATABASE, sampleEnvironment({ mesh: undefined }));
    expect(kinds(objects)).not.toContain('AuthorizationPolicy');
    expect(podOf(objects, 'StatefulSet').template.metadata.labels).not.toHaveProperty(
      'sidecar.istio.io/inject',
    );
  });
});

describe('a job', () => {
  test('has no Service and no budget, and rights in another namespace under the name of its platform', () => {
    const objects = objectsOf(JOB);
    expect(kinds(objects)).toEqual(['ServiceAccount', 'Role', 'RoleBinding', 'NetworkPolicy', 'CronJob']);
    expect(objects[1]?.metadata).toMatchObject({ name: 'shop-sweeper', namespace: 'velero' });
  });

  test('ends: its pods are not started again, have no probes, and no sidecar keeps them', () => {
    const { spec, metadata } = podOf(objectsOf(JOB), 'CronJob').jobTemplate.spec.template;
    expect(spec).toMatchObject({ restartPolicy: 'Never', automountServiceAccountToken: true });
    expect(spec.containers[0]).not.toHaveProperty('livenessProbe');
    expect(metadata.labels).toMatchObject({ 'sidecar.istio.io/inject': 'false' });
  });
});
