import { expect, test } from 'vitest';
import { shop } from '../../../test/shop-input.ts';

const TASK = {
  kind: 'task',
  summary: 'Runs once',
  resources: { requests: { cpu: '500m', memory: '1Gi' }, limits: { memory: '1Gi' } },
};

test('every service knows who calls it', () => {
  const callers = shop({}).services.map(({ name, callers }) => [name, callers.map(({ service }) => service)]);
  expect(callers).toEqual([
    ['api', []],
    ['orders', ['api']],
  ]);
});

test('services may call one another in a circle', () => {
  const { services } = shop({ platform: { services: { orders: { uses: { api: {} } } } } });
  expect(services[0]?.callers.map(({ service }) => service)).toEqual(['orders']);
});

test('hosts outside the mesh are listed once, with their ports, by name', () => {
  const platform = {
    externals: { refunds: { host: 'api.payments.example', port: 8443 } },
    services: { orders: { uses: { refunds: {} } } },
  };
  expect(shop({ platform }).outsideHosts).toMatchObject([
    {
      host: 'api.payments.example',
      ports: [
        { number: 443, protocol: 'TLS' },
        { number: 8443, protocol: 'TLS' },
      ],
    },
    { host: 'db.shop.example', ports: [{ number: 5432, protocol: 'TCP' }] },
  ]);
});

test('a service with a role may reach the token service of its region', () => {
  const roleArn = 'arn:aws:iam::123456789012:role/orders';
  const production = { network: { endpoints: ['10.20.0.0/20'] } };
  const hosts = shop({ platform: { services: { orders: { roleArn } } }, production }).outsideHosts;
  expect(hosts.map(({ host }) => host)).toContain('sts.us-east-1.amazonaws.com');
});

test('the longest path of a public host comes first', () => {
  const expose = { host: 'api', paths: ['/', '/api/orders'], auth: 'none' };
  const [host, ...others] = shop({ platform: { services: { orders: { expose } } } }).publicHosts;
  expect(others).toEqual([]);
  expect(host?.host).toBe('api.shop.example');
  expect(host?.routes.map(({ path, service }) => [path, service.name])).toEqual([
    ['/api/orders', 'orders'],
    ['/api', 'api'],
    ['/', 'orders'],
  ]);
});

test('the quota holds all pods at their largest beside those they replace, sidecars and jobs included', () => {
  const platform = { services: { report: TASK } };
  const production = { images: { report: { tag: 'a1' } } };
  const [services, monitoring] = shop({ platform, production }).ownedNamespaces;
  // api: 6, orders: 2, report: 1, each twice. Each 250m or 500m, and 100m for the sidecar.
  expect(services?.quota).toEqual({
    requestsCpu: '7',
    requestsMemory: '9Gi',
    limitsMemory: '15Gi',
    pods: 18,
    persistentVolumeClaims: 0,
    requestsStorage: '0',
  });
  expect(monitoring?.quota.pods).toBe(50);
});

test('a written quota is taken as it is, canonical', () => {
  const quotas = { services: { cpu: '8000m', memory: '1024Mi', memoryLimit: '2Gi', pods: 40 } };
  expect(shop({ production: { quotas } }).ownedNamespaces[0]?.quota).toMatchObject({
    requestsCpu: '8',
    requestsMemory: '1Gi',
    pods: 40,
  });
});

test('facts fill in tags, keys sorted', () => {
  const platform = { tags: { Project: 'shop', Environment: '${environment}' } };
  expect(Object.entries(shop({ platform }).tags)).toEqual([
    ['Environment', 'production'],
    ['Project', 'shop'],
  ]);
});

test('secrets are read again as often as written, as External Secrets prints it', () => {
  expect(shop({ production: { secrets: { refresh: '90m' } } }).secrets).toMatchObject({
    refreshInterval: '1h30m0s',
  });
});
