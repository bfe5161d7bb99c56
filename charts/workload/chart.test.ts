import { expect, test } from 'vitest';
import type { Service } from '../../src/model/service.ts';
import { render, sampleEnvironment, sampleService } from '../../test/sample.ts';
import { workload } from './chart.ts';

const SCHEDULE = {
  cron: '0 3 * * *',
  timeZone: 'Etc/UTC',
  concurrencyPolicy: 'Forbid',
  startingDeadlineSeconds: 600,
} as const;
const MIGRATE = { command: ['npm', 'run', 'migrate'], backoffLimit: 2, activeDeadlineSeconds: 900 } as const;

const CASES: readonly [string, Partial<Service>, readonly string[]][] = [
  ['web', {}, ['ServiceAccount web', 'ConfigMap web', 'Service web', 'Deployment web']],
  [
    'worker without ports',
    { kind: 'worker', ports: [] },
    ['ServiceAccount web', 'ConfigMap web', 'Deployment web'],
  ],
  ['web without configuration', { config: {} }, ['ServiceAccount web', 'Service web', 'Deployment web']],
  [
    'web with a migration',
    { migrate: MIGRATE },
    ['ServiceAccount web', 'ConfigMap web', 'Service web', 'Job web-migrate', 'Deployment web'],
  ],
  [
    'stateful without ports',
    { kind: 'stateful', ports: [] },
    ['ServiceAccount web', 'ConfigMap web', 'Service web', 'StatefulSet web'],
  ],
  [
    'cron',
    { kind: 'cron', ports: [], schedule: SCHEDULE },
    ['ServiceAccount web', 'ConfigMap web', 'CronJob web'],
  ],
  ['task', { kind: 'task', ports: [] }, ['ServiceAccount web', 'ConfigMap web', 'Job web']],
];

test.each(CASES)('a %s gets exactly the objects it needs', (_, fields, expected) => {
  const objects = render(workload, sampleEnvironment({ services: [sampleService(fields)] }));
  expect(objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual(expected);
});

test('no pod gets a token for the Kubernetes API, and a role goes on the ServiceAccount', () => {
  const roleArn = 'arn:aws:iam::123456789012:role/shop-web';
  const [account, , , deployment] = render(
    workload,
    sampleEnvironment({ services: [sampleService({ identity: { cloud: 'aws', roleArn } })] }),
  );
  expect(account).toMatchObject({
    metadata: { annotations: { 'eks.amazonaws.com/role-arn': roleArn } },
    automountServiceAccountToken: false,
  });
  expect(deployment).toMatchObject({
    spec: { template: { spec: { serviceAccountName: 'web', automountServiceAccountToken: false } } },
  });
});
