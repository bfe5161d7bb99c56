import { expect, test } from 'vitest';
import type { Service } from '../../src/model/service.ts';
import { render, sampleEnvironment, sampleService } from '../../test/sample.ts';
import { workload } from './chart.ts';

function rendered(kind: string, fields: Partial<Service>) {
  const objects = render(workload, sampleEnvironment({ services: [sampleService(fields)] }));
  const object = objects.find((candidate) => candidate.kind === kind);
  return object as NonNullable<typeof object> & { spec: Record<string, unknown> };
}

const ONCE_PER_SYNC = {
  'argocd.argoproj.io/hook': 'Sync',
  'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation',
  'helm.sh/hook-delete-policy': 'before-hook-creation',
};
const MIGRATE = { command: ['npm', 'run', 'migrate'], backoffLimit: 2, activeDeadlineSeconds: 900 };

test('a migration runs with what the service has, and nobody sends it requests', () => {
  const secretVariables = [{ variable: 'DATABASE_URL', key: 'postgres-url' }];
  const { metadata, spec } = rendered('Job', { migrate: MIGRATE, secretVariables });
  expect(metadata).toMatchObject({
    name: 'web-migrate',
    labels: { 'charthouse.dev/runs': 'once' },
    annotations: { ...ONCE_PER_SYNC, 'helm.sh/hook': 'post-install,pre-upgrade' },
  });
  expect(spec).toMatchObject({
    backoffLimit: 2,
    activeDeadlineSeconds: 900,
    template: {
      metadata: { labels: { 'app.kubernetes.io/name': 'web', 'app.kubernetes.io/component': 'migration' } },
      spec: {
        serviceAccountName: 'web',
        restartPolicy: 'Never',
        containers: [
          {
            image: 'registry.example/shop/web:3f2c1ab',
            command: ['npm', 'run', 'migrate'],
            args: undefined,
            ports: undefined,
            envFrom: [{ configMapRef: { name: 'web' } }],
            env: [{ name: 'DATABASE_URL' }],
          },
        ],
      },
    },
  });
  expect(JSON.stringify(spec)).not.toMatch(/Probe|preStop|prometheus/);
});

test('a task is created anew by each sync and stays for its log to be read', () => {
  const { metadata, spec } = rendered('Job', { kind: 'task', ports: [], args: ['--reindex'] });
  expect(metadata).toMatchObject({
    name: 'web',
    annotations: { ...ONCE_PER_SYNC, 'helm.sh/hook': 'post-install,post-upgrade' },
  });
  expect(spec).toMatchObject({ backoffLimit: 3, template: { spec: { restartPolicy: 'Never' } } });
  expect(spec).not.toHaveProperty('ttlSecondsAfterFinished');
});

test('a cron runs at its time, in its zone, and a drained node does not count as a failure', () => {
  const schedule = {
    cron: '0 3 * * *',
    timeZone: 'Europe/Berlin',
    concurrencyPolicy: 'Forbid',
    startingDeadlineSeconds: 600,
  } as const;
  const { spec } = rendered('CronJob', { kind: 'cron', ports: [], schedule });
  expect(spec).toMatchObject({
    schedule: '0 3 * * *',
    timeZone: 'Europe/Berlin',
    concurrencyPolicy: 'Forbid',
    startingDeadlineSeconds: 600,
    jobTemplate: {
      spec: {
        backoffLimit: 3,
        activeDeadlineSeconds: 600,
        podFailurePolicy: { rules: [{ action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget' }] }] },
        ttlSecondsAfterFinished: 259_200,
        template: { spec: { restartPolicy: 'Never' } },
      },
    },
  });
});

test('rotated secrets do not run a job again', () => {
  const secretKeys = [{ key: 'token', from: 'property', remoteKey: 'shop/api', property: 'token' }] as const;
  expect(JSON.stringify(rendered('Job', { kind: 'task', secretKeys }))).not.toContain('reloader');
});
