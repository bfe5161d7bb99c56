import { describe, expect, test } from 'vitest';
import { type Part, shop } from '../../../../test/shop-input.ts';
import { distinctEndpoints } from '../../../model/resource.ts';

const MINIMAL = {
  level: 'minimal',
  runbooks: 'https://git.shop.example/docs/runbooks/shop',
  alerts: { pagerduty: true },
};

const RESOURCES = {
  cache: { type: 'redis' },
  mail: { type: 'smtp' },
  mails: { type: 'queue' },
  search: { type: 'opensearch' },
  unused: { type: 'mongodb', database: 'shop' },
};

const EXTERNAL = {
  cache: { external: { host: 'master.shop-cache.1a2b.use1.cache.amazonaws.com' } },
  mail: { external: { host: 'smtp.shop.example' } },
  mails: { external: { url: 'https://sqs.us-east-1.amazonaws.com/123456789012/shop-mails' } },
  search: { external: { host: 'search.shop.example' } },
  unused: { external: { host: 'unused.shop.example' } },
};

const USES = { cache: {}, mails: {} };

function watched(written: Part = {}, production: Part = {}, platform: Part = {}) {
  const orders = { uses: USES };
  return shop({
    platform: { resources: RESOURCES, services: { orders }, ...platform },
    production: {
      network: { data: ['10.20.32.0/20'], endpoints: ['10.20.64.0/20'] },
      toolbox: 'docker.io/alpine/k8s:1.33.1',
      resources: EXTERNAL,
      ...production,
      observability: { ...MINIMAL, ...written },
    },
  }).observability;
}

describe('resources', () => {
  test('in use are watched, through accounts of their own', () => {
    const resources = { cache: { secret: 'shop/cache-viewer' } };
    const found = watched({ resources })?.resources;
    expect(
      found?.map(({ resource: { name, type, database }, account }) => [name, type, database, account?.key]),
    ).toEqual([
      ['cache', 'redis', undefined, 'shop/cache-viewer'],
      ['postgres', 'postgres', 'shop', 'shop/production/postgres-monitoring'],
    ]);
  });

  test('with replicas have two addresses', () => {
    const labels = (external: Part) => {
      const resources = { ...EXTERNAL, postgres: { external } };
      const found = watched({}, { resources })?.resources.find(
        ({ resource }) => resource.name === 'postgres',
      );
      return found && distinctEndpoints(found.resource).map(({ label, reach }) => `${label} ${reach.host}`);
    };
    expect(labels({ host: 'db.shop.example' })).toEqual(['postgres-writer db.shop.example']);
    expect(labels({ host: 'db.shop.example', readerHost: 'db-ro.shop.example' })).toEqual([
      'postgres-reader db-ro.shop.example',
      'postgres-writer db.shop.example',
    ]);
  });

  test('of AWS go by the names they have there', () => {
    const found = watched()?.cloudResources.map(({ name, type, cloudName }) => [name, type, cloudName]);
    expect(found).toEqual([
      ['cache', 'redis', 'shop-cache'],
      ['mails', 'queue', 'shop-mails'],
      ['postgres', 'postgres', 'db'],
    ]);
  });
});

describe('alerts', () => {
  test('go to whom the environment names, by the mail server of the platform', () => {
    const hours = { days: ['friday', 'monday'], from: '09:00', to: '17:00' };
    const alerts = {
      slack: 'shop-alerts',
      email: {
        to: ['z@shop.example', 'a@shop.example'],
        from: 'alerts@shop.example',
        through: 'mail',
      },
      businessHours: hours,
      pagerduty: false,
    };
    expect(watched({ alerts })?.alerting).toMatchObject({
      secret: 'shop/production/alertmanager',
      slack: 'shop-alerts',
      pagerduty: false,
      deadMansSwitch: false,
      email: {
        to: ['a@shop.example', 'z@shop.example'],
        server: {
          endpoints: [{ port: 587, reach: { host: 'smtp.shop.example' } }],
          credentials: { key: 'shop/production/mail' },
        },
      },
      businessHours: { ...hours, days: ['monday', 'friday'], timeZone: 'Etc/UTC' },
    });
  });

  test('go to nobody where the environment says why', () => {
    const nobody = 'Nobody is on call for it';
    expect(watched({ alerts: { nobody, pagerduty: false } })?.alerting).toMatchObject({
      nobody,
      email: undefined,
    });
  });
});

describe('stores', () => {
  test('traces stay in a volume, and logs are not kept, unless the environment says so', () => {
    expect(watched()).toMatchObject({
      tracing: {
        store: undefined,
        volume: '10Gi',
        retentionDays: 7,
        slowMilliseconds: 1000,
        keepPercent: 10,
      },
      logs: undefined,
    });
  });

  test('are written to through accounts of their own; credentials are never stored', () => {
    const found = watched(
      {
        parts: { logs: true, tracing: true },
        images: { grafana: { repository: 'registry.example/shop/grafana' } },
        logs: { store: 'search', drop: ['iban', 'password'] },
        tracing: { store: 'search', secret: 'shop/jaeger', slow: '250ms' },
      },
      {},
      { namespaces: { nodeAgents: 'shop-node-agents' } },
    );
    expect(found?.logs).toMatchObject({
      store: { resource: { name: 'search' }, account: { key: 'shop/production/search-observability' } },
      retentionDays: 15,
      drop: ['authorization', 'cookie', 'iban', 'password', 'secret', 'token'],
    });
    expect(found?.tracing).toMatchObject({
      store: { account: { key: 'shop/jaeger' } },
      slowMilliseconds: 250,
    });
    expect(found?.logs?.store.resource.endpoints).toMatchObject([{ reach: { host: 'search.shop.example' } }]);
  });
});

describe('Grafana', () => {
  test('is found inside the cluster, or at a public host', () => {
    expect(watched()?.grafana.url).toBe('http://grafana.shop-monitoring.svc:3000');
    expect(watched({ grafana: { host: 'grafana' } })?.grafana).toMatchObject({
      url: 'https://grafana.shop.example',
      secret: 'shop/production/grafana',
    });
  });
});
