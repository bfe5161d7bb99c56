import { expect, test } from 'vitest';
import type { ServiceDependency } from '../../../src/model/dependency.ts';
import type { Service, Variant } from '../../../src/model/service.ts';
import { render, sampleEnvironment, sampleService } from '../../../test/sample.ts';
import { mesh } from './chart.ts';

const HTTP = { name: 'http', number: 8080, appProtocol: 'http' };
const TCP = { name: 'tcp-feed', number: 9000, appProtocol: 'tcp' };
const HOST = 'web.shop.svc.cluster.local';
const FROM_CART = { port: 8080, sourceLabels: { 'app.kubernetes.io/name': 'cart' } };
const TO_WEB = { destination: { host: HOST, port: { number: 8080 } } };
const DEFAULT = { match: [{ port: 8080 }], route: [TO_WEB] };
const NEVER_SENT = 'connect-failure,refused-stream,reset-before-request';

const EDGE: ServiceDependency = {
  to: 'service',
  name: 'web',
  port: HTTP,
  timeout: undefined,
  retries: undefined,
  perTryTimeout: undefined,
  idempotent: false,
};

function variant(fields: Pick<Variant, 'name'> & Partial<Variant>): Variant {
  const { image, scaling } = sampleService();
  return { image, scaling, weight: 0, headers: {}, ...fields };
}

function specOf(fields: Partial<Service>) {
  const objects = render(mesh, sampleEnvironment({ services: [sampleService(fields)] }));
  return objects.find((object) => object.kind === 'VirtualService')?.['spec'] as
    | { readonly http?: unknown; readonly tcp?: unknown }
    | undefined;
}

test.each<[string, Partial<ServiceDependency>, unknown]>([
  ['asks for nothing', {}, undefined],
  ['only says that it is idempotent', { idempotent: true }, undefined],
  ['sets a timeout on a TCP port', { port: TCP, timeout: '2s', retries: 2 }, undefined],
  ['sets a timeout', { timeout: '2s' }, [{ match: [FROM_CART], route: [TO_WEB], timeout: '2s' }, DEFAULT]],
  [
    'forbids retries',
    { retries: 0 },
    [{ match: [FROM_CART], route: [TO_WEB], retries: { attempts: 0 } }, DEFAULT],
  ],
  [
    'sets retries: only of what was never sent, and no limit for a try',
    { timeout: '2s', retries: 2, perTryTimeout: '666ms' },
    [
      {
        match: [FROM_CART],
        route: [TO_WEB],
        timeout: '2s',
        retries: { attempts: 2, retryOn: NEVER_SENT },
      },
      DEFAULT,
    ],
  ],
  [
    'sets retries of idempotent calls: failures after sending too',
    { timeout: '2s', retries: 3, perTryTimeout: '500ms', idempotent: true },
    [
      {
        match: [FROM_CART],
        route: [TO_WEB],
        timeout: '2s',
        retries: {
          attempts: 3,
          perTryTimeout: '500ms',
          retryOn: 'connect-failure,refused-stream,reset,gateway-error,unavailable,cancelled',
        },
      },
      DEFAULT,
    ],
  ],
])('routes of a service whose caller %s', (_, edge, http) => {
  const spec = specOf({ ports: [HTTP, TCP], callers: [{ service: 'cart', edge: { ...EDGE, ...edge } }] });
  expect(spec?.http).toEqual(http);
});

test('callers share one VirtualService of the mesh, and every HTTP port but that of metrics keeps a route', () => {
  const metrics = { name: 'metrics', number: 9464, appProtocol: 'http' };
  const admin = { name: 'http-admin', number: 9000, appProtocol: 'http' };
  const spec = specOf({
    ports: [HTTP, metrics, admin],
    callers: [
      { service: 'cart', edge: { ...EDGE, timeout: '2s' } },
      { service: 'checkout', edge: { ...EDGE, timeout: '5s' } },
      { service: 'search', edge: EDGE },
    ],
  });
  expect(spec).toMatchObject({
    hosts: [HOST],
    gateways: ['mesh'],
    http: [
      { match: [FROM_CART], timeout: '2s' },
      { match: [{ sourceLabels: { 'app.kubernetes.io/name': 'checkout' } }], timeout: '5s' },
      { match: [{ port: 8080 }] },
      { match: [{ port: 9000 }], route: [{ destination: { port: { number: 9000 } } }] },
    ],
  });
});

test('variants get the requests with their headers first, then their share of the rest; connections likewise', () => {
  const spec = specOf({
    ports: [HTTP, TCP],
    callers: [{ service: 'cart', edge: { ...EDGE, timeout: '2s' } }],
    variants: [
      variant({ name: 'beta', headers: { 'x-beta': 'yes' } }),
      variant({ name: 'canary', weight: 10 }),
    ],
  });
  const to = (subset: string, number = 8080) => ({ host: HOST, subset, port: { number } });
  const header = { 'x-beta': { exact: 'yes' } };
  const shares = [
    { destination: to('stable'), weight: 90 },
    { destination: to('canary'), weight: 10 },
  ];
  expect(spec?.http).toEqual([
    { match: [{ headers: header, ...FROM_CART }], route: [{ destination: to('beta') }], timeout: '2s' },
    { match: [FROM_CART], route: shares, timeout: '2s' },
    { match: [{ headers: header, port: 8080 }], route: [{ destination: to('beta') }] },
    { match: [{ port: 8080 }], route: shares },
  ]);
  expect(spec?.tcp).toEqual([
    {
      match: [{ port: 9000 }],
      route: [
        { destination: to('stable', 9000), weight: 90 },
        { destination: to('canary', 9000), weight: 10 },
      ],
    },
  ]);
});

test('with variants by header alone the stable version gets all the rest', () => {
  const callers = [{ service: 'cart', edge: EDGE }];
  const spec = specOf({ callers, variants: [variant({ name: 'beta', headers: { 'x-beta': 'yes' } })] });
  expect(spec?.http).toMatchObject([
    { route: [{ destination: { subset: 'beta' } }] },
    { route: [{ destination: { subset: 'stable' }, weight: 100 }] },
  ]);
});

test('a service with variants that only the outside calls has no routes for calls between services', () => {
  expect(specOf({ variants: [variant({ name: 'canary', weight: 10 })] })).toBeUndefined();
});

test('every subset that a route names is in the DestinationRule', () => {
  const service = sampleService({ variants: [variant({ name: 'canary', weight: 10 })] });
  const objects = render(mesh, sampleEnvironment({ services: [service] }));
  const rule = objects.find((object) => object.kind === 'DestinationRule');
  expect(rule?.['spec']).toMatchObject({
    subsets: [
      { name: 'stable', labels: { 'charthouse.dev/variant': 'stable' } },
      { name: 'canary', labels: { 'charthouse.dev/variant': 'canary' } },
    ],
  });
});
