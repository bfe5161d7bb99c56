import { describe, expect, test } from 'vitest';
import type { Caller, ServiceDependency } from '../../../src/model/dependency.ts';
import type { PublicRoute } from '../../../src/model/environment.ts';
import type { ManifestObject } from '../../../src/model/manifest.ts';
import type { Release, ReleasePreview } from '../../../src/model/release.ts';
import type { Expose, Service } from '../../../src/model/service.ts';
import { render, sampleEnvironment, sampleService } from '../../../test/sample.ts';
import { canaryRoutes } from './canary-routes.ts';
import { mesh } from './chart.ts';

const HTTP = { name: 'http', number: 8080, appProtocol: 'http' };
const ADMIN = { name: 'http-admin', number: 8081, appProtocol: 'http' };
const FEED = { name: 'tcp-feed', number: 9000, appProtocol: 'tcp' };
const CANARY: Release = { strategy: 'canary', steps: [{ weight: 5, pause: 300 }], analysis: undefined };
const HOST = 'web.shop.svc.cluster.local';

const EXPOSE: Expose = {
  host: 'www',
  paths: ['/shop', '/'],
  auth: 'none',
  port: HTTP,
  timeout: undefined,
  cors: undefined,
};

function caller(service: string, fields: Partial<ServiceDependency>): Caller {
  const edge = { timeout: undefined, retries: undefined, perTryTimeout: undefined, idempotent: false };
  return { service, edge: { to: 'service', name: 'web', port: HTTP, ...edge, ...fields } };
}

interface Route {
  readonly name?: string;
  readonly match: readonly object[];
  readonly route: readonly {
    readonly destination: { readonly host: string; readonly subset?: string };
    readonly weight?: number;
  }[];
}

function objectsOf(fields: Partial<Service>, isPreview?: boolean): readonly ManifestObject[] {
  const service = sampleService({ ports: [HTTP, ADMIN, FEED], ...fields });
  const { expose } = service;
  const routes = (expose?.paths ?? []).map(
    (path): PublicRoute => ({ path, service, expose: expose as Expose, isPreview }),
  );
  const publicHosts = expose ? [{ name: 'www', host: 'www.shop.example', routes }] : [];
  return render(mesh, sampleEnvironment({ services: [service], publicHosts }));
}

function routesOf(objects: readonly ManifestObject[]) {
  return objects
    .filter(({ kind }) => kind === 'VirtualService')
    .map(({ metadata, spec }) => {
      const { http = [], tcp = [] } = spec as { http?: readonly Route[]; tcp?: readonly Route[] };
      return { name: metadata.name, http, tcp };
    });
}

describe('a canary release', () => {
  const callers = [
    caller('cart', { timeout: '2s' }),
    caller('cart-admin', { port: ADMIN, retries: 0 }),
    caller('mail', {}),
    caller('feed', { port: FEED }),
  ];
  const fields = { release: CANARY, callers, expose: EXPOSE };

  test('has every route that leads to the service named, listed, and all requests with the old version', () => {
    const found = routesOf(objectsOf(fields));
    const listed = canaryRoutes(sampleService({ ports: [HTTP, ADMIN, FEED], ...fields }));
    expect(listed).toEqual(
      found.map(({ name, http, tcp }) => ({
        name,
        routes: http.map((route) => route.name),
        tcpRoutes: tcp.length > 0 ? [{ port: 9000 }] : undefined,
      })),
    );
    // What follows a dot is a namespace to Argo Rollouts.
    expect(listed.map(({ name }) => name)).toEqual(['public-www', 'web']);
    const routes = found.flatMap(({ http, tcp }) => [...http, ...tcp]);
    expect(routes).toHaveLength(7);
    for (const { route } of routes) {
      expect(route.map(({ destination, weight }) => [destination.host, destination.subset, weight])).toEqual([
        [HOST, 'stable', 100],
        [HOST, 'canary', 0],
      ]);
    }
  });

  test('has names that no two routes of a host share', () => {
    for (const { http } of routesOf(objectsOf(fields))) {
      expect(new Set(http.map(({ name }) => name)).size).toBe(http.length);
    }
    expect(canaryRoutes(sampleService(fields)).map(({ routes }) => routes)).toEqual([
      ['web/shop', 'web/'],
      ['cart:http', 'cart-admin:http-admin', 'http'],
    ]);
  });

  test('has two subsets of one Service, which nothing but the template hash of Argo Rollouts tells apart', () => {
    const rule = objectsOf(fields).find(({ kind }) => kind === 'DestinationRule');
    const labels = { 'app.kubernetes.io/component': 'web', 'app.kubernetes.io/name': 'web' };
    expect(rule).toHaveProperty('spec.subsets', [
      { name: 'stable', labels },
      { name: 'canary', labels },
    ]);
  });
});

describe('a blue-green release', () => {
  function blueGreen(preview: ReleasePreview | undefined): Release {
    return { strategy: 'blue-green', promotion: 0, preview, scaleDownDelaySeconds: 600, analysis: undefined };
  }
  const callers = [caller('cart', { timeout: '2s' })];

  test('changes no route: the Service itself is turned over', () => {
    const plain = objectsOf({ callers, expose: EXPOSE });
    expect(objectsOf({ callers, expose: EXPOSE, release: blueGreen(undefined) })).toEqual(plain);
  });

  test('shows the new version to who sends the header, and to nobody inside', () => {
    const release = blueGreen({ headers: { 'x-preview': 'next' } });
    const [publicHost, inside] = routesOf(objectsOf({ callers, expose: EXPOSE, release }));
    const led = publicHost?.http.map(({ match, route }) => [
      JSON.stringify(match).includes('x-preview'),
      route[0]?.destination.host.split('.')[0],
    ]);
    expect(led).toEqual([
      [true, 'web-preview'],
      [false, 'web'],
      [true, 'web-preview'],
      [false, 'web'],
    ]);
    expect(JSON.stringify(inside)).not.toContain('web-preview');
  });

  test('has the same limits for the new version as for the old', () => {
    const release = blueGreen({ headers: { 'x-preview': 'next' } });
    const rules = objectsOf({ expose: EXPOSE, release }).filter(({ kind }) => kind === 'DestinationRule');
    const [old, next] = rules.map(({ spec }) => spec as { host: string; trafficPolicy: object });
    expect([old?.host, next?.host]).toEqual([HOST, HOST.replace('web.', 'web-preview.')]);
    expect(next?.trafficPolicy).toEqual(old?.trafficPolicy);
  });

  test('shows the new version on a host of its own', () => {
    const release = blueGreen({ host: 'next' });
    const [publicHost] = routesOf(objectsOf({ callers, expose: EXPOSE, release }, true));
    const hosts = publicHost?.http.flatMap(({ route }) => route.map(({ destination }) => destination.host));
    expect(new Set(hosts)).toEqual(new Set(['web-preview.shop.svc.cluster.local']));
  });
});
