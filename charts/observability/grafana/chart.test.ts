import { expect, test } from 'vitest';
import type { Environment } from '../../../src/model/environment.ts';
import type { Observability } from '../../../src/model/observability.ts';
import { observedShop } from '../../../test/observed-shop.ts';
import { render } from '../../../test/sample.ts';
import { ingress } from '../../ingress/chart.ts';
import { observability } from '../chart.ts';

const shop = observedShop();
const { grafana: settings, parts } = shop.observability as Observability;
const hidden = observedShop({ grafana: { ...settings, host: undefined, login: undefined } });

interface Values {
  readonly data: readonly { readonly secretKey: string }[];
}

function find(kind: string, name: string, environment: Environment = shop, concern = observability) {
  return render(concern, environment).find((object) => object.kind === kind && object.metadata.name === name);
}

test('every dashboard is a ConfigMap of its own, mounted by folder, that a sidecar finds too', () => {
  const maps = render(observability, shop).filter(
    ({ metadata }) => metadata.labels?.['grafana_dashboard'] === '1',
  );
  const mounted = JSON.stringify(find('Deployment', 'grafana')).matchAll(
    /"configMap":\{"name":"(dashboard-[^"]+)"\}/g,
  );
  expect([...mounted].map(([, name]) => name).sort()).toEqual(
    maps.map(({ metadata }) => metadata.name).sort(),
  );
  expect(
    maps.find(({ metadata }) => metadata.name === 'dashboard-service-api')?.metadata.annotations,
  ).toMatchObject({
    'k8s-sidecar-target-directory': 'Services',
  });
});

test('a change of a dashboard does not restart Grafana, one of its settings does', () => {
  const checksum = (environment: Environment) =>
    JSON.stringify(find('Deployment', 'grafana', environment)).match(/"checksum\/config":"(\w+)"/)?.[1];
  const [api, ...others] = shop.services;
  if (!api) throw new Error('the shop has services');
  expect(checksum({ ...shop, services: [{ ...api, summary: 'Something else' }, ...others] })).toBe(
    checksum(shop),
  );
  expect(checksum(hidden)).not.toBe(checksum(shop));
});

test('nothing is mounted over the plugins of the image', () => {
  const mounts = JSON.stringify(find('Deployment', 'grafana')).match(/"mountPath":"[^"]+"/g) ?? [];
  expect(mounts.filter((mount) => mount.includes('/var/lib/grafana'))).toEqual([]);
});

test('it reads the secrets that it needs, and no others', () => {
  const keysOf = (environment: Environment) =>
    (find('ExternalSecret', 'grafana', environment)?.['spec'] as Values | undefined)?.data.map(
      ({ secretKey }) => secretKey,
    );
  expect(keysOf(shop)).toEqual([
    'admin-password',
    'oidc-client-secret',
    'opensearch-password',
    'opensearch-username',
    'secret-key',
  ]);
  expect(keysOf(observedShop({ logs: undefined, grafana: { ...settings, login: undefined } }))).toEqual([
    'admin-password',
    'secret-key',
  ]);
});

test('the mesh gateway and Kiali may call it, and nobody else', () => {
  const principals = [
    'cluster.local/ns/istio-ingress/sa/istio-ingressgateway',
    'cluster.local/ns/shop-monitoring/sa/kiali',
  ];
  expect(find('AuthorizationPolicy', 'grafana')?.['spec']).toMatchObject({
    rules: [{ from: [{ source: { principals } }], to: [{ operation: { ports: ['3000'] } }] }],
  });
  const alone = observedShop({ grafana: { ...settings, host: undefined }, parts: { ...parts, mesh: false } });
  expect(find('AuthorizationPolicy', 'grafana', alone)).toBeUndefined();
});

test('a public Grafana has a way in, on its own host and without its metrics', () => {
  expect(find('VirtualService', 'public-grafana')).toMatchObject({
    metadata: { namespace: 'shop-monitoring' },
    spec: {
      hosts: ['grafana.shop.example'],
      gateways: ['istio-ingress/shop'],
      http: [
        { match: [{ uri: { exact: '/metrics' } }], directResponse: { status: 404 } },
        {
          route: [
            { destination: { host: 'grafana.shop-monitoring.svc.cluster.local', port: { number: 3000 } } },
          ],
        },
      ],
    },
  });
  expect(find('VirtualService', 'public-grafana', hidden)).toBeUndefined();
});

test('gateway, certificate and load balancer are there for Grafana alone', () => {
  expect(find('Gateway', 'shop', shop, ingress)?.['spec']).toMatchObject({
    servers: [{ hosts: ['shop/*', 'shop-monitoring/grafana.shop.example'] }],
  });
  expect(find('Ingress', 'shop', shop, ingress)?.['spec']).toMatchObject({
    rules: [{ host: 'grafana.shop.example' }],
  });
  expect(find('ExternalSecret', 'shop-gateway-tls', shop, ingress)).toBeDefined();
  expect(find('Gateway', 'shop', hidden, ingress)).toBeUndefined();
  expect(find('Ingress', 'shop', hidden, ingress)).toBeUndefined();
});

test("in a cluster with the Prometheus operator it asks that operator's Prometheus", () => {
  const environment = observedShop({ mode: 'operator', operatorNamespace: 'monitoring' });
  const sources = find('ConfigMap', 'grafana-data-sources', environment)?.['data'] as Readonly<
    Record<string, string>
  >;
  expect(sources['data-sources.yaml']).toContain('url: http://prometheus-operated.monitoring.svc:9090');
  expect(JSON.stringify(find('NetworkPolicy', 'grafana', environment))).toContain(
    '{"namespaceSelector":{"matchLabels":{"kubernetes.io/metadata.name":"monitoring"}}}',
  );
});

test('nothing is made where dashboards are switched off', () => {
  const objects = render(observability, observedShop({ parts: { ...parts, dashboards: false } }));
  expect(objects.filter(({ metadata }) => /^(grafana|dashboard-|public-)/.test(metadata.name))).toEqual([]);
});
