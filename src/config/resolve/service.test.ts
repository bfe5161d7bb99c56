import { describe, expect, test } from 'vitest';
import { api, type Part, shop } from '../../../test/shop-input.ts';

describe('what a text in env comes to', () => {
  const uses = {
    postgres: { access: 'read-write' },
    cache: {},
    search: {},
    events: {},
    files: {},
    orders: { timeout: '2s' },
    payments: {},
  };
  const resources = {
    cache: { type: 'redis', external: { host: 'cache.example.com', port: 6380 } },
    search: { type: 'opensearch', external: { host: 'search.example.com' } },
    events: { type: 'topic', external: { arn: 'arn:aws:sns:us-east-1:123456789012:events' } },
    files: { type: 'bucket', external: { name: 'shop-${environment}' } },
  };
  const withUses = (text: unknown) => {
    const platform = { env: { X: text, DATABASE_HOST: null }, secretFiles: null, uses };
    const production = { network: { endpoints: ['10.20.0.0/20'] } };
    const { services } = shop({ platform: { resources, services: { api: platform } }, production });
    return services[0];
  };

  test.each([
    ['plain', 'plain'],
    [8080, '8080'],
    [true, 'true'],
    ['', ''],
    ['$${not.a.reference}', '${not.a.reference}'],
    ['$HOME', '$HOME'],
    ['${platform}-${environment}-${cluster.account}', 'shop-production-123456789012'],
    ['https://${domain}/', 'https://shop.example/'],
    ['${postgres.writer.host}:${postgres.writer.port}', 'db.shop.example:5432'],
    ['${postgres.writer.database}', 'shop'],
    ['${cache.host}:${cache.port}', 'cache.example.com:6380'],
    ['${search.url}', 'https://search.example.com:443'],
    ['${events.arn} ${events.region}', 'arn:aws:sns:us-east-1:123456789012:events us-east-1'],
    ['${files.url}', 'https://shop-production.s3.us-east-1.amazonaws.com'],
    ['${orders.url}', 'http://orders.shop.svc.cluster.local:8080'],
    ['${orders.host}:${orders.port}', 'orders.shop.svc.cluster.local:8080'],
    ['${payments.url}', 'https://api.payments.example'],
  ])('%s is the literal %s', (text, literal) => {
    expect(withUses(text)?.config['X']).toBe(literal);
  });

  test.each([
    ['${postgres.writer.password}', 'shop/production/postgres', 'password'],
    ['${search.username}', 'shop/production/search', 'username'],
    ['${secret.stripe.api_key}', 'shop/production/stripe', 'api_key'],
  ])('%s is a key of the Secret of the service', (text, remoteKey, property) => {
    const service = withUses(text);
    const key = text.slice(2, -1);
    expect(service?.config).not.toHaveProperty('X');
    expect(service?.secretVariables).toEqual([{ variable: 'X', key }]);
    expect(service?.secretKeys).toEqual([{ key, from: 'property', remoteKey, property }]);
  });

  test('a url with credentials is put together from them, encoded', () => {
    expect(withUses('${postgres.writer.url}')?.secretKeys).toEqual([
      {
        key: 'postgres.writer.url',
        from: 'template',
        template:
          'postgres://{{ .postgres_username | urlquery | replace "+" "%20" }}:{{ .postgres_password | urlquery | replace "+" "%20" }}@db.shop.example:5432/shop?sslmode=verify-full',
        inputs: [
          { name: 'postgres_username', remoteKey: 'shop/production/postgres', property: 'username' },
          { name: 'postgres_password', remoteKey: 'shop/production/postgres', property: 'password' },
        ],
      },
    ]);
  });
});

test.each([
  ['read', 'reader', 'replica.shop.example'],
  ['read-write', 'writer', 'db.shop.example'],
])('access %s leads to the %s', (access, endpoint, host) => {
  const platform = {
    resources: { postgres: { external: { readerHost: 'replica.shop.example' } } },
    services: {
      api: {
        uses: { postgres: { access } },
        env: { DATABASE_HOST: `\${postgres.${endpoint}.host}` },
        secretFiles: { 'database-url': `\${postgres.${endpoint}.url}` },
      },
    },
  };
  const [service] = shop({ platform }).services;
  expect(service?.config['DATABASE_HOST']).toBe(host);
  const edge = service?.dependencies.find(({ name }) => name === 'postgres');
  expect(edge).toMatchObject({
    to: 'resource',
    access,
    resource: { name: 'postgres', type: 'postgres', provider: 'external' },
    endpoint: { port: 5432, protocol: 'TCP', reach: { host, network: { cidrs: ['10.20.32.0/20'] } } },
  });
});

test.each<[string, Part, Part]>([
  ['cores as millicores', { requests: { cpu: '1000m' } }, { requests: { cpu: '1', memory: '256Mi' } }],
  ['cores as a number', { requests: { cpu: 2 } }, { requests: { cpu: '2', memory: '256Mi' } }],
  ['whole gibibytes', { limits: { memory: '2048Mi' } }, { limits: { cpu: undefined, memory: '2Gi' } }],
  ['a limit of CPU', { limits: { cpu: '1500m' } }, { limits: { cpu: '1500m', memory: '512Mi' } }],
])('resources are canonical: %s', (_, resources, expected) => {
  expect(api({ resources }).resources).toMatchObject(expected);
});

test('a Guaranteed pod has limits equal to requests, those of the sidecar too', () => {
  const { resources, proxyResources } = api({
    qos: 'Guaranteed',
    resources: { limits: { memory: '256Mi' } },
  });
  expect(resources.limits).toEqual({ cpu: '250m', memory: '256Mi' });
  expect(proxyResources?.limits).toEqual(proxyResources?.requests);
});

test('what is left out has the defaults of the schema', () => {
  const { priorityClass, stop, circuitBreaker, loadBalancer, job, health } = api({});
  expect(priorityClass).toBe('shop-standard');
  expect(stop).toEqual({ drainSeconds: 10, graceSeconds: 45 });
  expect(circuitBreaker).toMatchObject({ consecutive5xxErrors: 5, interval: '10s', baseEjectionTime: '30s' });
  expect([loadBalancer, job.activeDeadlineSeconds, health.startupSeconds]).toEqual([
    'LEAST_REQUEST',
    600,
    150,
  ]);
  expect(health.port?.name).toBe('http');
});

test('a call has its share of the timeout for each attempt', () => {
  const { dependencies } = api({ uses: { orders: { timeout: '2s', retries: 2, idempotent: true } } });
  expect(dependencies[0]).toMatchObject({
    timeout: '2s',
    retries: 2,
    perTryTimeout: '666ms',
    idempotent: true,
  });
});
