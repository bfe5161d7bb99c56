import { describe, expect, test } from 'vitest';
import { resourceTypes } from '../../resources/index.ts';
import { WATCHED_ADD_ONS } from '../../src/model/observability.ts';
import { observedShop } from '../../test/observed-shop.ts';
import { sampleEndpoint, sampleWatched } from '../../test/sample-resource.ts';
import type { ScrapeConfig } from '../forms/scrape-config.ts';
import { resourceJobs } from './resources.ts';
import { scrapeConfigs } from './scrape-configs.ts';

const shop = observedShop();
const jobs = scrapeConfigs(shop);
const named = (name: string, among = jobs): ScrapeConfig | undefined =>
  among.find(({ job_name }) => job_name === name);

describe('every job', () => {
  test('has a name of its own, in order', () => {
    const names = jobs.map(({ job_name }) => job_name);
    expect(names).toEqual([...new Set(names)].sort());
    const ofResources = resourceJobs(shop).map(({ job_name }) => job_name);
    expect(names.filter((name) => !ofResources.includes(name))).toMatchInlineSnapshot(`
      [
        "alertmanager",
        "apiserver",
        "argo-cd",
        "argo-rollouts",
        "aws-load-balancer-controller",
        "blackbox-exporter",
        "cert-manager",
        "cloudwatch-exporter",
        "coredns",
        "external-dns",
        "external-secrets",
        "fluent-bit",
        "gateway",
        "grafana",
        "istiod",
        "jaeger",
        "karpenter",
        "keda",
        "kiali",
        "kube-state-metrics",
        "kube-state-metrics-self",
        "kubelet",
        "kubelet-cadvisor",
        "node-exporter",
        "opentelemetry-collector",
        "prometheus",
        "reloader",
        "services",
        "uptime",
        "velero",
      ]
    `);
  });

  test('is bounded', () => {
    expect(jobs.filter((job) => !(job.sample_limit > 0 && job.label_limit > 0))).toEqual([]);
  });

  test('looks into named namespaces only, nodes apart', () => {
    const discoveries = jobs.flatMap((job) => job.kubernetes_sd_configs ?? []);
    expect(discoveries.filter(({ role, namespaces }) => role !== 'node' && !namespaces)).toEqual([]);
    expect(discoveries.length).toBeGreaterThan(15);
  });
});

test('labels of a target win, except where an exporter speaks about others', () => {
  const trusted = jobs.filter(({ honor_labels }) => honor_labels).map(({ job_name }) => job_name);
  expect(trusted).toEqual(['kube-state-metrics', 'kubelet', 'kubelet-cadvisor', ...WATCHED_ADD_ONS].sort());
});

test('API servers prove who they are by their name, kubelets by their address', () => {
  expect(named('apiserver')?.tls_config?.server_name).toBe('kubernetes.default.svc');
  expect(named('kubelet')?.tls_config).toEqual({
    ca_file: '/var/run/secrets/kubernetes.io/serviceaccount/ca.crt',
  });
});

test('writer and readers of a database are targets of one exporter', () => {
  expect(named('postgres-exporter')).toMatchObject({
    metrics_path: '/probe',
    params: { auth_module: ['monitoring'] },
    static_configs: [
      {
        targets: ['db-ro.shop.example:5432/shop'],
        labels: {
          endpoint: 'postgres-reader',
          resource: 'postgres',
          __exporter: 'postgres-exporter.shop-monitoring.svc:9187',
        },
      },
      { targets: ['db.shop.example:5432/shop'], labels: { endpoint: 'postgres-writer' } },
    ],
  });
});

test('every node of a Redis cluster is a target', () => {
  const endpoint = sampleEndpoint('cache', 'cache.shop.example', 6379);
  const nodeRanges = ['10.20.32.0/20'];
  const endpoints = [{ ...endpoint, reach: { ...endpoint.reach, nodeRanges } }];
  const clustered = scrapeConfigs(
    observedShop({ resources: [sampleWatched('cache', 'redis', { endpoints })] }),
  );
  expect(named('redis-exporter', clustered)).toBeUndefined();
  expect(named('redis-exporter-nodes', clustered)?.http_sd_configs).toEqual([
    {
      url: 'http://cache-exporter.shop-monitoring.svc:9121/discover-cluster-nodes',
      refresh_interval: '5m',
    },
  ]);
});

test('metrics of a resource itself are read at each of its nodes, encrypted and verified by its name', () => {
  const trust = { authority: { name: 'own', configMap: 'own-authority', key: 'ca.pem' } };
  const broker = { ...sampleWatched('broker', 'rabbitmq', { trust }), account: undefined };
  const job = named('rabbitmq-broker', scrapeConfigs(observedShop({ resources: [broker] })));
  expect(job).toMatchObject({
    scheme: 'https',
    tls_config: { ca_file: '/etc/authorities/own.pem', server_name: 'broker.shop.example' },
    dns_sd_configs: [{ names: ['broker.shop.example'], type: 'A', port: 15691 }],
  });
});

test('what CloudWatch is asked for is few: each metric is paid for', () => {
  const most = Object.values(resourceTypes).map(
    ({ cloudwatch }) => cloudwatch?.metrics.flatMap(({ metrics }) => metrics).length ?? 0,
  );
  expect(Math.max(...most)).toBeLessThanOrEqual(10);
});

test('parts that are switched off are not read', () => {
  const parts = Object.fromEntries(Object.keys(shop.observability?.parts ?? {}).map((part) => [part, false]));
  const least = scrapeConfigs(observedShop({ parts: { ...parts, metrics: true } as never, addOns: [] }));
  expect(least.map(({ job_name }) => job_name)).toEqual([
    'alertmanager',
    'apiserver',
    'gateway',
    'istiod',
    'kube-state-metrics',
    'kube-state-metrics-self',
    'kubelet',
    'kubelet-cadvisor',
    'prometheus',
    'services',
  ]);
});
