import { describe, expect, test } from 'vitest';
import type { ManifestObject } from '../../../src/model/manifest.ts';
import type { Observability } from '../../../src/model/observability.ts';
import { observedShop } from '../../../test/observed-shop.ts';
import { render } from '../../../test/sample.ts';
import { observability } from '../chart.ts';

// biome-ignore lint/suspicious/noExplicitAny: rendered objects are read as a reviewer would, without their types
type Loose = any;

const shop = observedShop();
const { tracing, parts } = shop.observability as Observability;
const withStore = render(observability, shop);
const withVolume = render(observability, observedShop({ tracing: { ...tracing, store: undefined } }));

function named(kind: string, name: string, among: readonly ManifestObject[] = withStore): Loose {
  return among.find((object) => object.kind === kind && object.metadata.name === name);
}

test('without the part there is nothing of it', () => {
  const objects = render(observability, observedShop({ parts: { ...parts, tracing: false } }));
  const names = objects.map(({ metadata }) => metadata.name);
  expect(names.filter((name) => /jaeger|opentelemetry|traces/.test(name))).toEqual([]);
});

describe('the collector', () => {
  test('is one, as traces can be judged only where all of their spans are', () => {
    expect(named('Deployment', 'opentelemetry-collector').spec.replicas).toBe(1);
  });

  test('takes spans of any service, and of nobody else', () => {
    expect(named('AuthorizationPolicy', 'opentelemetry-collector').spec.rules).toEqual([
      {
        from: [{ source: { principals: ['cluster.local/ns/shop/sa/*'] } }],
        to: [{ operation: { ports: ['4317', '4318'] } }],
      },
    ]);
    const { ingress, egress } = named('NetworkPolicy', 'opentelemetry-collector').spec;
    expect(ingress[0].from).toEqual([
      { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } } },
    ]);
    expect(egress.at(-1).to[0].podSelector.matchLabels).toEqual({ 'app.kubernetes.io/name': 'jaeger' });
  });

  test('has a bound of memory that Go knows, below that of the container', () => {
    const [{ env, resources }] = named('Deployment', 'opentelemetry-collector').spec.template.spec.containers;
    expect(env).toEqual([{ name: 'GOMEMLIMIT', value: '1600MiB' }]);
    expect(resources.limits).toEqual({ memory: '2Gi' });
  });
});

test.each([
  [28, 'holdApplicationUntilProxyStarts: true\nterminationDrainDuration: 60s\n'],
  [29, undefined],
])('with Kubernetes 1.%i its sidecar is there before and after each program', (kubernetesMinor, config) => {
  const objects = render(observability, observedShop({}, { cluster: { ...shop.cluster, kubernetesMinor } }));
  const annotation = (name: string) =>
    named('Deployment', name, objects).spec.template.metadata.annotations['proxy.istio.io/config'];
  expect(['opentelemetry-collector', 'jaeger'].map(annotation)).toEqual([config, config]);
  // It has no sidecar.
  expect(annotation('blackbox-exporter')).toBeUndefined();
});

describe('Jaeger', () => {
  test('with a store has nothing to lose, and an account from files', () => {
    const { template } = named('Deployment', 'jaeger').spec;
    expect(named('StatefulSet', 'jaeger')).toBeUndefined();
    expect(template.spec.volumes).toContainEqual({
      name: 'secret',
      secret: { secretName: 'jaeger', defaultMode: 0o440 },
    });
    expect(template.spec.containers[0].env).toBeUndefined();
    expect(named('NetworkPolicy', 'jaeger').spec.egress.at(-1)).toEqual({
      to: [{ ipBlock: { cidr: '10.20.32.0/20', except: undefined } }],
      ports: [{ protocol: 'TCP', port: 443 }],
    });
  });

  test('without one keeps a volume of the size that is asked for, and goes nowhere', () => {
    const { spec } = named('StatefulSet', 'jaeger', withVolume);
    expect(spec.volumeClaimTemplates[0].spec.resources).toEqual({ requests: { storage: '10Gi' } });
    expect(named('ExternalSecret', 'jaeger', withVolume)).toBeUndefined();
    expect(named('CronJob', 'traces-retention', withVolume)).toBeUndefined();
    expect(named('NetworkPolicy', 'jaeger', withVolume).spec.egress).toHaveLength(2);
  });

  test.each([
    ['all', parts, ['4317', '16686', '16686']],
    ['no Kiali', { ...parts, mesh: false }, ['4317', '16686']],
    ['no Grafana and Kiali', { ...parts, dashboards: false, mesh: false }, ['4317']],
  ])('with %s it is called by those there are, alike in mesh and network', (_, some, ports) => {
    const objects = render(observability, observedShop({ parts: some }));
    const { rules } = named('AuthorizationPolicy', 'jaeger', objects).spec;
    expect(rules.flatMap(({ to }: Loose) => to[0].operation.ports)).toEqual(ports);
    const { ingress } = named('NetworkPolicy', 'jaeger', objects).spec;
    expect(ingress.slice(0, -1).map((rule: Loose) => String(rule.ports[0].port))).toEqual(ports);
  });

  test('a job keeps traces in the store as long as the input says', () => {
    const policy = JSON.parse(named('ConfigMap', 'traces-retention').data['policy.json']);
    expect(policy.policy.ism_template[0].index_patterns).toEqual(['shop-traces-*']);
    expect(named('ConfigMap', 'traces-retention').data['template.json']).toBeUndefined();
  });
});
