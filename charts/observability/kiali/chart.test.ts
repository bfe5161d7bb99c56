import { expect, test } from 'vitest';
import type { Observability } from '../../../src/model/observability.ts';
import { readYaml } from '../../../src/yaml/read.ts';
import { observedShop } from '../../../test/observed-shop.ts';
import { render } from '../../../test/sample.ts';
import { observability } from '../chart.ts';

// biome-ignore lint/suspicious/noExplicitAny: rendered objects are read as a reviewer would, without their types
type Loose = any;

const shop = observedShop();
const { parts } = shop.observability as Observability;
const objects = render(observability, shop);
const named = (kind: string, name: string, among = objects): Loose =>
  among.find((object) => object.kind === kind && object.metadata.name === name);
const configOf = (among = objects): Loose => readYaml(named('ConfigMap', 'kiali', among).data['config.yaml']);

test('without the part there is nothing of it', () => {
  const without = render(observability, observedShop({ parts: { ...parts, mesh: false } }));
  expect(without.filter(({ metadata }) => /kiali/.test(metadata.name))).toEqual([]);
});

test('it may look at the namespaces it shows, at nothing that is secret, and change nothing', () => {
  const roles: Loose[] = objects.filter(
    ({ kind, metadata }) => kind === 'Role' && metadata.name === 'shop-kiali',
  );
  const shown = configOf().deployment.discovery_selectors.default.map(
    ({ matchLabels }: Loose) => matchLabels['kubernetes.io/metadata.name'],
  );
  expect(roles.map(({ metadata }) => metadata.namespace)).toEqual(shown);
  expect(shown).toEqual(['istio-ingress', 'istio-system', 'shop', 'shop-monitoring']);
  const rules = roles.flatMap((role) => role.rules);
  expect(new Set(rules.flatMap(({ verbs }) => verbs))).toEqual(new Set(['get', 'list', 'watch']));
  const resources = rules.flatMap((rule) => rule.resources);
  expect(resources.filter((name) => /secret|exec|portforward|log|\*/.test(name))).toEqual([]);
  expect(named('ClusterRole', 'shop-kiali').rules).toEqual([
    { apiGroups: ['authentication.k8s.io'], resources: ['tokenreviews'], verbs: ['create'] },
  ]);
});

test('people log in with tokens of Kubernetes, and nobody calls it over the network', () => {
  expect(configOf()).toMatchObject({
    auth: { strategy: 'token' },
    deployment: { cluster_wide_access: false, view_only_mode: true },
  });
  expect(named('AuthorizationPolicy', 'kiali')).toBeUndefined();
  expect(named('NetworkPolicy', 'kiali').spec.ingress).toHaveLength(1);
});

test('the key of its sessions is made up once, of a length it takes, and is where it looks', () => {
  expect(named('Password', 'kiali').spec.length).toBe(32);
  const { spec } = named('ExternalSecret', 'kiali');
  expect(spec).toMatchObject({ refreshPolicy: 'CreatedOnce', target: { name: 'kiali' } });
  expect(Object.keys(spec.target.template.data)).toEqual(['value.txt']);
  expect(named('Deployment', 'kiali').spec.template.spec.containers[0].volumeMounts).toContainEqual({
    name: 'secret',
    mountPath: '/kiali-override-secrets/login-token-signing-key',
    readOnly: true,
  });
});

test('it is told nothing about the control plane, which it finds by itself since 2.16', () => {
  expect(configOf().external_services.istio).toEqual({ istio_api_enabled: false });
});

test('it asks what there is, and has a way there', () => {
  const services = configOf().external_services;
  expect(services.prometheus.url).toBe('http://prometheus.shop-monitoring.svc.cluster.local:9090');
  expect(services.tracing.internal_url).toBe('http://jaeger.shop-monitoring.svc.cluster.local:16686');
  expect(services.grafana.external_url).toBe('https://grafana.shop.example');
  const ports = named('NetworkPolicy', 'kiali').spec.egress.slice(2);
  expect(ports.flatMap((rule: Loose) => rule.ports.map(({ port }: Loose) => port))).toEqual([
    443, 9090, 3000, 16686,
  ]);
});

test('without traces and dashboards it asks for neither', () => {
  const some = observedShop({ parts: { ...parts, tracing: false, dashboards: false } });
  const services = configOf(render(observability, some)).external_services;
  expect([services.tracing, services.grafana]).toEqual([{ enabled: false }, { enabled: false }]);
});

test('with a Prometheus operator it asks the Prometheus of that', () => {
  const prometheus = {
    url: 'http://prometheus-operated.prometheus.svc:9090',
    kedaNamespace: 'keda',
    rolloutsNamespace: 'argo-rollouts',
    monitoringPort: undefined,
  };
  const operated = observedShop({ mode: 'operator', operatorNamespace: 'prometheus' }, { prometheus });
  const among = render(observability, operated);
  expect(configOf(among).external_services.prometheus.url).toBe(prometheus.url);
  expect(named('NetworkPolicy', 'kiali', among).spec.egress[3].to).toEqual([
    { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'prometheus' } } },
  ]);
});
