import { describe, expect, test } from 'vitest';
import { type Part, shop } from '../../../test/shop-input.ts';
import type { Previews } from '../../model/previews.ts';
import { previewOf } from './preview-of.ts';

const PREVIEWS: Previews = {
  domain: 'previews.shop.example',
  certificateArn: undefined,
  services: ['api'],
  pullRequests: undefined,
  instances: [],
  ttlSeconds: 72 * 3600,
  isMigrating: false,
  toolbox: 'docker.io/alpine/k8s:1.33.1',
};

const REQUEST = { name: 'pr-7', tags: new Map([['api', 'abcdef1']]) };

function preview(api: Part = {}, previews: Partial<Previews> = {}, others: Part = {}) {
  const images = Object.fromEntries(Object.keys(others).map((name) => [name, { tag: '1' }]));
  const environment = shop({ platform: { services: { api, ...others } }, production: { images } });
  return previewOf(environment, { ...PREVIEWS, ...previews }, REQUEST);
}

const CLEANUP = {
  kind: 'cron',
  summary: 'Deletes carts that nobody came back to',
  resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '64Mi' } },
  schedule: { cron: '0 3 * * *' },
  uses: { postgres: { access: 'read-write' } },
};

const others = { cleanup: CLEANUP };
const serviceOf = (name: string, { services }: ReturnType<typeof preview>) =>
  services.find((service) => service.name === name);

test('has what is previewed and what that uses; nothing else runs twice on the same data', () => {
  expect(preview({}, {}, others).services.map(({ name }) => name)).toEqual(['api', 'orders']);
  const ofOrders = preview({}, { services: ['orders'] }, others);
  expect(ofOrders.services.map(({ name }) => name)).toEqual(['orders']);
  expect(ofOrders.outsideHosts.map(({ host }) => host)).toEqual(['api.payments.example']);
  const asked = preview({}, { services: ['cleanup', 'orders'] }, others);
  expect(asked.services.map(({ name }) => name)).toEqual(['cleanup', 'orders']);
});

test('those who call a service are in the preview too, or are no callers', () => {
  const callers = (from: ReturnType<typeof preview>) =>
    serviceOf('orders', from)?.callers.map((c) => c.service);
  expect(callers(preview())).toEqual(['api']);
  expect(callers(preview({}, { services: ['orders'] }, others))).toEqual([]);
});

test('runs one pod of each service, the previewed ones with the image of the commit', () => {
  const release = { strategy: 'blue-green', analysis: { enabled: false } };
  const { services } = preview({ scaling: { min: 3, max: 9 }, antiAffinity: 'required', release });
  for (const { scaling, disruption, antiAffinity, release: own, variants, priorityClass } of services) {
    expect([scaling.min, scaling.max, disruption]).toEqual([1, 1, { maxUnavailable: 1 }]);
    expect([antiAffinity, own, variants]).toEqual([undefined, undefined, []]);
    expect(priorityClass).toBe('shop-batch');
  }
  expect(services.map(({ image }) => image.tag)).toEqual(['abcdef1', '91c4e07']);
});

test('migrations run only where the input says so: they would change the data of the environment', () => {
  const migrate = { command: ['migrate'] };
  expect(serviceOf('api', preview({ migrate }))?.migrate).toBeUndefined();
  expect(serviceOf('api', preview({ migrate }, { isMigrating: true }))?.migrate?.command).toEqual([
    'migrate',
  ]);
});

test('has nothing outside its namespace', () => {
  const environment = preview();
  expect(environment.ownedNamespaces.map(({ name }) => name)).toEqual(['shop-pr-7']);
  expect(environment.namespaces.services).toBe('shop-pr-7');
  const { priorities, delivery, maintenance, prometheus, previews } = environment;
  expect([delivery, maintenance, prometheus, previews]).toEqual(Array(4).fill(undefined));
  expect(priorities).toEqual([]);
});

test('is watched by nobody, whatever watches the environment', () => {
  const watched = shop({
    production: {
      observability: { level: 'minimal', parts: { tracing: true }, ...WATCHED },
    },
  });
  const environment = previewOf(watched, PREVIEWS, REQUEST);
  const { observability, prometheus, mesh, ownedNamespaces } = environment;
  expect([observability, prometheus, mesh?.tracing]).toEqual([undefined, undefined, undefined]);
  expect(ownedNamespaces.map(({ podSecurity }) => podSecurity)).toEqual(['restricted']);
});

const WATCHED = { alerts: { pagerduty: true }, runbooks: 'https://git.shop.example/runbooks' };

describe('addresses', () => {
  const text = (written: string) => {
    const environment = preview({ env: { TEXT: written, ORDERS: '${orders.url}' } });
    return serviceOf('api', environment)?.config;
  };

  test('of services in the preview are those in it', () => {
    expect(text('')?.['ORDERS']).toBe('http://orders.shop-pr-7.svc.cluster.local:8080');
    expect(preview().publicHosts.map(({ host }) => host)).toEqual(['api-pr-7.previews.shop.example']);
  });

  test.each([
    ['https://api.shop.example/v1', 'https://api-pr-7.previews.shop.example/v1'],
    ['api.shop.example', 'api-pr-7.previews.shop.example'],
    ['see https://api.shop.example.', 'see https://api-pr-7.previews.shop.example.'],
    ['https://api.shop.example:8443', 'https://api-pr-7.previews.shop.example:8443'],
    ['https://login.shop.example/', 'https://login.shop.example/'],
    ['https://other-api.shop.example', 'https://other-api.shop.example'],
    ['https://old.api.shop.example', 'https://old.api.shop.example'],
    ['https://api.shop.example.com', 'https://api.shop.example.com'],
    ['db.shop.example', 'db.shop.example'],
  ])('in configuration: %s is %s', (written, expected) => {
    expect(text(written)?.['TEXT']).toBe(expected);
  });

  test('of those who may call from a browser', () => {
    const cors = { origins: ['https://api.shop.example', 'https://partner.example'] };
    expect(serviceOf('api', preview({ expose: { cors } }))?.expose?.cors?.origins).toEqual([
      'https://api-pr-7.previews.shop.example',
      'https://partner.example',
    ]);
  });
});

test('the namespace has room for all pods in the middle of an update, and for the job that ends the preview', () => {
  const [namespace] = preview().ownedNamespaces;
  expect(namespace?.quota).toMatchObject({ pods: 6, requestsCpu: '3', requestsMemory: '3Gi' });
});
