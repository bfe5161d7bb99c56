import { expect, test } from 'vitest';
import { ingress } from '../../../charts/ingress/chart.ts';
import type { Environment } from '../../../src/model/environment.ts';
import type { Expose } from '../../../src/model/service.ts';
import { render, sampleEnvironment, sampleService } from '../../../test/sample.ts';
import { mesh } from './chart.ts';
import { pathMatches, policyPaths } from './exposed-path.ts';

const EXPOSE: Expose = {
  host: 'api',
  paths: ['/graphql'],
  auth: 'jwt',
  port: { name: 'http', number: 8080, appProtocol: 'http' },
  timeout: '30s',
  cors: undefined,
};

test.each<[string, readonly string[], readonly string[], readonly string[]]>([
  [
    '/graphql',
    ['/graphql', '/graphql/', '/graphql/v2'],
    ['/graphqlx', '/', '/v2/graphql'],
    ['/graphql', '/graphql/*'],
  ],
  ['/api/', ['/api', '/api/users'], ['/apis'], ['/api', '/api/*']],
  ['/', ['/', '/anything'], [], ['/*']],
])('the public path %s is itself and what is below it', (path, inside, outside, policy) => {
  const isMatched = (asked: string) =>
    pathMatches(path).some(
      ({ uri }) => asked === uri?.exact || (uri?.prefix && asked.startsWith(uri.prefix)),
    );
  expect(inside.filter((asked) => !isMatched(asked))).toEqual([]);
  expect(outside.filter(isMatched)).toEqual([]);
  expect(policyPaths(path)).toEqual(policy);
});

function specs(environment: Environment) {
  return new Map(
    [...render(mesh, environment), ...render(ingress, environment)].map(({ kind, metadata, ...rest }) => [
      `${kind} ${metadata.namespace}/${metadata.name}`,
      rest['spec'],
    ]),
  );
}

function publicEnvironment(expose: Expose, fields: Partial<Environment> = {}) {
  const service = sampleService({ expose });
  const routes = expose.paths.map((path) => ({ path, service, expose }));
  const publicHosts = [{ name: 'api', host: 'api.shop.example', routes }];
  return sampleEnvironment({ services: [service], publicHosts, ...fields });
}

test('a public path leads from the gateway to its service, with retries of what was never sent', () => {
  const rendered = specs(publicEnvironment({ ...EXPOSE, paths: ['/graphql', '/'] }));
  const route = [{ destination: { host: 'web.shop.svc.cluster.local', port: { number: 8080 } } }];
  const retries = { attempts: 2, retryOn: 'connect-failure,refused-stream,reset-before-request' };
  expect(rendered.get('VirtualService shop/public-api')).toEqual({
    hosts: ['api.shop.example'],
    gateways: ['istio-ingress/shop'],
    http: [
      {
        match: [{ uri: { exact: '/graphql' } }, { uri: { prefix: '/graphql/' } }],
        route,
        timeout: '30s',
        retries,
      },
      { match: [{ uri: { prefix: '/' } }], route, timeout: '30s', retries },
    ],
  });
});

test('the gateway takes any server name, as the load balancer sends none, and routes of this platform only', () => {
  expect(specs(publicEnvironment(EXPOSE)).get('Gateway istio-ingress/shop')).toEqual({
    selector: { istio: 'ingressgateway' },
    servers: [
      {
        port: { number: 443, name: 'https', protocol: 'HTTPS' },
        hosts: ['shop/*'],
        tls: { mode: 'SIMPLE', credentialName: 'shop-gateway-tls', minProtocolVersion: 'TLSV1_3' },
      },
    ],
  });
});

test('without a public host there is no gateway', () => {
  expect([...specs(sampleEnvironment()).keys()].filter((key) => key.startsWith('Gateway'))).toEqual([]);
});

test.each<[Expose['auth'], readonly string[] | undefined, boolean]>([
  ['jwt', ['https://login.shop.example//*'], true],
  ['none', undefined, false],
])('a path with auth %s', (auth, requestPrincipals, checksTokens) => {
  const rendered = specs(publicEnvironment({ ...EXPOSE, auth }));
  expect(rendered.get('AuthorizationPolicy shop/web')).toEqual({
    selector: { matchLabels: { 'app.kubernetes.io/name': 'web' } },
    action: 'ALLOW',
    rules: [
      {
        from: [
          {
            source: {
              principals: ['cluster.local/ns/istio-ingress/sa/istio-ingressgateway'],
              requestPrincipals,
            },
          },
        ],
        to: [{ operation: { ports: ['8080'], paths: ['/graphql', '/graphql/*'] } }],
      },
    ],
  });
  expect(rendered.has('RequestAuthentication shop/web')).toBe(checksTokens);
});

test('scripts of other origins are answered at the gateway, with exactly what the service names', () => {
  const cors = {
    origins: ['https://app.shop.example'],
    methods: ['GET', 'POST'],
    headers: ['authorization'],
    credentials: false,
    maxAgeSeconds: 3600,
  };
  expect(specs(publicEnvironment({ ...EXPOSE, cors })).get('VirtualService shop/public-api')).toMatchObject({
    http: [
      {
        corsPolicy: {
          allowOrigins: [{ exact: 'https://app.shop.example' }],
          allowMethods: ['GET', 'POST'],
          allowHeaders: ['authorization'],
          allowCredentials: false,
          maxAge: '3600s',
        },
      },
    ],
  });
});
