import { describe, expect, test } from 'vitest';
import type { Environment } from '../../../src/model/environment.ts';
import { observedShop } from '../../../test/observed-shop.ts';
import { render, sampleService } from '../../../test/sample.ts';
import { observability } from '../chart.ts';
import { retentionSize } from './retention-size.ts';

function named(kind: string, name: string, environment: Environment = observedShop()) {
  return render(observability, environment).find(
    (object) => object.kind === kind && object.metadata.name === name,
  );
}

describe('Prometheus', () => {
  test('keeps what is said, and deletes the oldest before its volume is full', () => {
    const set = named('StatefulSet', 'prometheus');
    expect(set).toHaveProperty('spec.replicas', 2);
    expect(set).toHaveProperty('spec.volumeClaimTemplates.0.spec.resources.requests.storage', '50Gi');
    const args = containerOf(set).args;
    expect(args).toContain('--storage.tsdb.retention.time=15d');
    expect(args).toContain('--storage.tsdb.retention.size=43520MB');
    expect(args.filter((arg) => /lifecycle|admin-api/.test(arg))).toEqual([]);
  });

  test('reads its configuration and every file of rules from ConfigMaps, without being restarted', () => {
    const set = named('StatefulSet', 'prometheus');
    const mounts = containerOf(set).volumeMounts.map(({ name }) => name);
    const maps = render(observability, observedShop()).filter(
      ({ kind, metadata }) => kind === 'ConfigMap' && metadata.labels?.['charthouse.dev/prometheus-rules'],
    );
    expect(mounts).toEqual(expect.arrayContaining(['prometheus-config', ...maps.map(nameOf)]));
    expect(set).not.toHaveProperty(['spec', 'template', 'metadata', 'annotations', 'checksum/config']);
  });

  test('may look, and no more: nothing of kubelets but their metrics', () => {
    const { rules } = named('ClusterRole', 'shop-prometheus') as unknown as { rules: { verbs: string[] }[] };
    expect(rules.flatMap(({ verbs }) => verbs).filter((verb) => !/^(get|list|watch)$/.test(verb))).toEqual(
      [],
    );
    expect(JSON.stringify(rules)).toContain('"nodes/metrics"');
    expect(JSON.stringify(rules)).not.toMatch(/secrets|nodes\/proxy|configmaps|"\*"/);
  });

  test('is asked by Grafana and Kiali, and by KEDA and Argo Rollouts where a service needs it', () => {
    const scaling = { min: 2, max: 4, cpu: undefined, memory: undefined, requestsPerSecond: 50 };
    const prometheus = {
      url: 'http://prometheus.shop-monitoring.svc:9090',
      kedaNamespace: 'keda',
      rolloutsNamespace: 'argo-rollouts',
      monitoringPort: 9090,
    };
    expect(askersOf(observedShop({}, { prometheus }))).toEqual(['grafana', 'kiali', 'prometheus']);
    const scaled = observedShop({}, { prometheus, services: [sampleService({ scaling })] });
    expect(askersOf(scaled)).toEqual(['grafana', 'kiali', 'keda', 'prometheus']);
  });

  test('is somebody else’s in mode operator', () => {
    const operated = observedShop({ mode: 'operator', operatorNamespace: 'monitoring' });
    expect(named('StatefulSet', 'prometheus', operated)).toBeUndefined();
    expect(named('NetworkPolicy', 'blackbox-exporter', operated)).toHaveProperty(
      'spec.ingress.0.from.0.namespaceSelector.matchLabels',
      { 'kubernetes.io/metadata.name': 'monitoring' },
    );
  });
});

test.each([
  ['50Gi', '43520MB'],
  ['1Gi', '870MB'],
  ['2Ti', '1782579MB'],
  ['100Mi', '85MB'],
])('of a volume of %s it fills %s', (volume, size) => {
  expect(retentionSize(volume)).toBe(size);
});

interface Container {
  readonly args: readonly string[];
  readonly volumeMounts: readonly { readonly name: string }[];
}

function containerOf(object: unknown): Container {
  const { spec } = object as { spec: { template: { spec: { containers: Container[] } } } };
  const [container] = spec.template.spec.containers;
  if (!container) throw new Error('no container');
  return container;
}

function nameOf({ metadata }: { readonly metadata: { readonly name: string } }): string {
  return metadata.name;
}

/** By the names of their pods or, without, of their namespaces. */
function askersOf(environment: Environment): readonly string[] {
  const policy = named('NetworkPolicy', 'prometheus', environment) as unknown as {
    spec: { ingress: { from: { podSelector?: Selector; namespaceSelector: Selector }[] }[] };
  };
  const peers = policy.spec.ingress.flatMap(({ from }) => from);
  return peers.map((peer) => Object.values((peer.podSelector ?? peer.namespaceSelector).matchLabels).join());
}

interface Selector {
  readonly matchLabels: Readonly<Record<string, string>>;
}
