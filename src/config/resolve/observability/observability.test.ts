import { describe, expect, test } from 'vitest';
import { type Part, shop } from '../../../../test/shop-input.ts';
import { PARTS } from '../../../model/observability.ts';
import { PROGRAM_IMAGES } from '../../programs.ts';

const RUNBOOKS = 'https://git.shop.example/docs/runbooks/shop';
const NODE_AGENTS = { namespaces: { nodeAgents: 'shop-node-agents' } };
const SEARCH = { resources: { search: { type: 'opensearch' } } };
const FULL = {
  level: 'full',
  logs: { store: 'search' },
  images: { grafana: { repository: 'registry.example/shop/grafana', tag: '13.1.3' } },
  cloud: { roleArn: 'arn:aws:iam::123456789012:role/cloudwatch' },
};

/** The shop, watched as `written` says, with parts of its platform and environment changed. */
function watched(written: Part = {}, platform: Part = {}, production: Part = {}) {
  return shop({
    platform,
    production: {
      ...production,
      observability: { level: 'minimal', runbooks: RUNBOOKS, alerts: { pagerduty: true }, ...written },
    },
  });
}

/** Watched in every way there is, with a store for logs. */
function fullyWatched(written: Part = {}, production: Part = {}) {
  const store = { resources: { search: { external: { host: 'search.shop.example' } } } };
  const toolbox = 'docker.io/alpine/k8s:1.33.1';
  return watched(
    { ...FULL, ...written },
    { ...NODE_AGENTS, ...SEARCH },
    { toolbox, ...store, ...production },
  );
}

const partsOf = ({ observability }: ReturnType<typeof watched>) =>
  PARTS.filter((part) => observability?.parts[part]);

describe('levels', () => {
  test('each has the parts of the one before and more', () => {
    const minimal = ['metrics', 'dashboards'];
    const standard = [...minimal, 'nodes', 'uptime', 'resources', 'tracing'];
    expect(partsOf(watched())).toEqual(minimal);
    expect(partsOf(watched({ level: 'standard' }, NODE_AGENTS)).sort()).toEqual(standard.sort());
    expect(partsOf(fullyWatched())).toEqual(PARTS);
  });

  test('single parts may differ', () => {
    const parts = { tracing: true, dashboards: false };
    expect(partsOf(watched({ parts }))).toEqual(['metrics', 'tracing']);
  });

  test.each([
    ['minimal', { storage: '20Gi', replicas: 1, memory: '512Mi' }],
    ['standard', { storage: '50Gi', replicas: 1, memory: '1Gi' }],
    ['full', { storage: '50Gi', replicas: 2, memory: '2Gi' }],
  ])('%s sizes Prometheus', (level, { storage, replicas, memory }) => {
    const { prometheus } = fullyWatched({ level }).observability ?? {};
    expect(prometheus).toMatchObject({ storage, replicas, retentionDays: 15 });
    expect(prometheus?.resources.requests.memory).toBe(memory);
  });
});

test.each([
  [8, 7],
  [14, 7],
  [15, 14],
  [28, 14],
  [29, 28],
  [400, 28],
])('of metrics kept for %i days error budgets are counted over %i', (retentionDays, expected) => {
  expect(watched({ prometheus: { retentionDays } }).observability?.sloDays).toBe(expected);
});

describe('what else it decides', () => {
  test('nothing, where nobody watches', () => {
    const { observability, prometheus, mesh, ownedNamespaces } = shop({});
    expect([observability, prometheus, mesh?.tracing]).toEqual([undefined, undefined, undefined]);
    expect(ownedNamespaces.map(({ injected }) => injected)).toEqual([true, false, false]);
  });

  test('its Prometheus is the one that is asked, whether or not it is named', () => {
    const url = 'http://prometheus.shop-monitoring.svc:9090';
    const own = { url, kedaNamespace: 'keda', rolloutsNamespace: 'argo-rollouts', monitoringPort: 9090 };
    expect(watched().prometheus).toEqual(own);
    expect(watched({}, { prometheus: { url, kedaNamespace: 'keda' } }).prometheus).toEqual(own);
  });

  test('in mode operator that of the operator is asked', () => {
    const { observability, prometheus } = watched({ mode: 'operator' });
    expect(observability).toMatchObject({
      operatorNamespace: 'monitoring',
      operatorLabels: { release: 'kube-prometheus-stack' },
    });
    expect(prometheus).toMatchObject({
      url: 'http://prometheus-operated.monitoring.svc:9090',
      monitoringPort: undefined,
    });
    const url = 'http://metrics.observability.svc:8080';
    expect(watched({ mode: 'operator' }, {}, { prometheus: { url } }).prometheus?.url).toBe(url);
  });

  test('sidecars trace everything, as the collector chooses what to keep; what is written holds', () => {
    const parts = { tracing: true };
    expect(watched({ parts }).mesh?.tracing).toEqual({ provider: 'otel', samplingPercent: 100 });
    const tracing = { provider: 'zipkin', samplingPercent: 5 };
    expect(watched({ parts }, { mesh: { istio: { tracing } } }).mesh?.tracing).toEqual(tracing);
  });

  test('the monitoring namespace has sidecars, that of node agents admits more', () => {
    const namespaces = fullyWatched().ownedNamespaces;
    expect(namespaces.map(({ name, injected, podSecurity }) => [name, injected, podSecurity])).toEqual([
      ['shop', true, 'restricted'],
      ['shop-monitoring', true, 'restricted'],
      ['external-secrets-system', false, 'restricted'],
      ['shop-node-agents', false, 'privileged'],
    ]);
    expect(watched({}, NODE_AGENTS).ownedNamespaces).toHaveLength(3);
  });

  test('images come from where the programs are published, or from elsewhere', () => {
    expect(shop({}).checking.registries).toEqual(['registry.example/shop']);
    const images = {
      grafana: { repository: 'mirror.example/grafana' },
      jaeger: { digest: `sha256:${'0'.repeat(64)}` },
      kiali: { tag: 'v2.31.0' },
    };
    const environment = watched({ images });
    expect(environment.observability?.images).toMatchObject({
      grafana: `mirror.example/grafana:${PROGRAM_IMAGES.get('grafana')?.tag}`,
      jaeger: `docker.io/jaegertracing/jaeger@sha256:${'0'.repeat(64)}`,
      kiali: 'quay.io/kiali/kiali:v2.31.0',
      prometheus: `quay.io/prometheus/prometheus:${PROGRAM_IMAGES.get('prometheus')?.tag}`,
    });
    expect(environment.checking.registries).toContain('mirror.example/grafana');
    expect(environment.checking.registries).not.toContain('docker.io/grafana/grafana');
  });
});

test('runbooks are read in the repository on GitHub, at the branch that is followed', () => {
  const delivery = { repository: 'https://github.com/shop/platform.git', automated: true };
  const of = (more: Part = {}) =>
    watched({ runbooks: undefined }, { delivery: { ...delivery, ...more } }).observability?.runbooks;
  expect(of()).toBe('https://github.com/shop/platform/blob/HEAD/docs/runbooks/shop');
  expect(of({ revision: 'main' })).toBe('https://github.com/shop/platform/blob/main/docs/runbooks/shop');
  expect(watched({ runbooks: `${RUNBOOKS}/` }).observability?.runbooks).toBe(RUNBOOKS);
});

describe('quotas', () => {
  const quotaOf = (environment: ReturnType<typeof watched>, name: string) =>
    environment.ownedNamespaces.find((owned) => owned.name === name)?.quota;

  test('of monitoring grow with what runs there', () => {
    expect(quotaOf(watched(), 'shop-monitoring')).toEqual({
      requestsCpu: '4',
      requestsMemory: '5Gi',
      limitsMemory: '11Gi',
      pods: 11,
      persistentVolumeClaims: 4,
      requestsStorage: '23Gi',
    });
    // Two replicas of Prometheus, three of Alertmanager, the volume of Jaeger.
    expect(quotaOf(fullyWatched(), 'shop-monitoring')).toMatchObject({
      persistentVolumeClaims: 6,
      requestsStorage: '113Gi',
    });
    const inCluster = quotaOf(watched({ mode: 'operator' }), 'shop-monitoring');
    expect(inCluster).toMatchObject({ persistentVolumeClaims: 0, requestsStorage: '0' });
  });

  test('may be written', () => {
    const written = { cpu: '9', memory: '9Gi', memoryLimit: '9Gi', pods: 9 };
    const quotas = { monitoring: written, nodeAgents: written };
    const environment = fullyWatched({}, { quotas });
    expect(quotaOf(environment, 'shop-monitoring')?.pods).toBe(9);
    expect(quotaOf(environment, 'shop-node-agents')?.pods).toBe(9);
  });
});
