import { describe, expect, test } from 'vitest';
import type { Container } from '../../imports/kubernetes.ts';
import type { Health, Service } from '../../src/model/service.ts';
import { sampleEnvironment, sampleService } from '../../test/sample.ts';
import { workContainer } from './container.ts';

function container(fields: Partial<Service>, kubernetesMinor = 33): Container {
  const service = sampleService(fields);
  const environment = sampleEnvironment();
  const cluster = { ...environment.cluster, kubernetesMinor };
  return workContainer({ ...environment, cluster }, service, service.image);
}

test('an image is named by its digest where it has one', () => {
  const digest = `sha256:${'0a'.repeat(32)}`;
  const image = { repository: 'registry.example/shop/web', tag: '3f2c1ab', digest };
  expect(container({ image }).image).toBe(`registry.example/shop/web@${digest}`);
  expect(container({ image: { ...image, digest: undefined } }).image).toBe(
    'registry.example/shop/web:3f2c1ab',
  );
});

test('literal configuration comes from the ConfigMap, secrets from the Secret by key', () => {
  const { envFrom, env } = container({
    secretVariables: [{ variable: 'DATABASE_URL', key: 'postgres-url' }],
  });
  expect(envFrom).toEqual([{ configMapRef: { name: 'web' } }]);
  expect(env).toEqual([
    { name: 'DATABASE_URL', valueFrom: { secretKeyRef: { name: 'web', key: 'postgres-url' } } },
  ]);
  expect(container({ config: {} }).envFrom).toBeUndefined();
});

test('limits of CPU are written only where given', () => {
  expect(container({}).resources).toEqual({
    requests: { cpu: '250m', memory: '256Mi' },
    limits: { memory: '512Mi' },
  });
  const exact = { cpu: '1', memory: '1Gi' };
  expect(container({ resources: { requests: exact, limits: exact } }).resources).toEqual({
    requests: exact,
    limits: exact,
  });
});

describe('probes', () => {
  const base = sampleService().health;
  const liveness = (health: Partial<Health>) => container({ health: { ...base, ...health } }).livenessProbe;
  const times = { periodSeconds: 10, timeoutSeconds: 2, failureThreshold: 3 };

  test('a slow start is waited for as long as it may take', () => {
    const health = { ...base, startupSeconds: 152 };
    expect(container({ health }).startupProbe).toEqual({
      httpGet: { path: '/healthz', port: 'http' },
      periodSeconds: 5,
      timeoutSeconds: 2,
      failureThreshold: 31,
    });
  });

  test('each action asks in its own way, and what is left out is not asked', () => {
    expect(liveness({ liveness: { type: 'grpc' } })).toEqual({ grpc: { port: 8080 }, ...times });
    expect(liveness({ liveness: { type: 'tcp' } })).toEqual({ tcpSocket: { port: 'http' }, ...times });
    expect(liveness({ port: undefined, startup: undefined, readiness: undefined, liveness: EXEC })).toEqual({
      exec: { command: ['pg_isready'] },
      ...times,
      timeoutSeconds: 5,
    });
    expect(liveness({ liveness: undefined })).toBeUndefined();
  });
});

const EXEC = { type: 'exec', command: ['pg_isready'] } as const;

const DRAINS: readonly [string, Partial<Service>, number, Container['lifecycle']][] = [
  ['by Kubernetes itself', {}, 30, { preStop: { sleep: { seconds: 10 } } }],
  ['by a command before 1.30', {}, 29, { preStop: { exec: { command: ['sleep', '10'] } } }],
  ['not at all for no time', { stop: { drainSeconds: 0, graceSeconds: 30 } }, 33, undefined],
  ['not at all where nobody calls', { kind: 'cron' }, 33, undefined],
];

test.each(DRAINS)('the stop is held back %s', (_, fields, kubernetesMinor, lifecycle) => {
  expect(container(fields, kubernetesMinor).lifecycle).toEqual(lifecycle);
});
