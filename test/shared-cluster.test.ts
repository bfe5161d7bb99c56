import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadEnvironments } from '../src/config/load.ts';
import type { Environment } from '../src/model/environment.ts';
import type { InputFile } from '../src/model/input-file.ts';
import { synthesize } from '../src/synth/synthesize.ts';
import { readYaml } from '../src/yaml/read.ts';
import { CONTEXT, laidOver, type Part } from './shop-input.ts';

const BASE = join(import.meta.dirname, '../src/config/cases/base');

/** With whatever renders objects of the cluster, or in namespaces of others. */
const EVERYTHING: Part = {
  toolbox: 'docker.io/alpine/k8s:1.33.1',
  backups: { retentionDays: 7 },
  observability: {
    level: 'full',
    parts: { cloud: false, logs: false },
    alerts: { slack: 'alerts' },
    runbooks: 'https://shop.example/runbooks',
  },
};

function load(
  platforms: readonly (readonly [string, Part])[],
  own: readonly InputFile[] = [],
): readonly Environment[] {
  const files = platforms.flatMap(([folder, over]) =>
    ['platform.yaml', 'production.yaml'].map((name) => {
      const base = readYaml(readFileSync(join(BASE, name), 'utf8')) as Part;
      const content = name === 'platform.yaml' ? laidOver(base, over) : base;
      const bytes = new TextEncoder().encode(JSON.stringify(content));
      return { path: `environments/${folder}/${name}`, folder, name, bytes };
    }),
  );
  return loadEnvironments([...files, ...own], CONTEXT);
}

const SHOP: Part = { ...EVERYTHING, namespaces: { nodeAgents: 'shop-node-agents' } };

/** What a second platform says so that both fit into one cluster. */
const STORE: Part = laidOver(EVERYTHING, {
  platform: 'store',
  namespaces: {
    services: 'store',
    monitoring: 'store-monitoring',
    externalSecrets: null,
    nodeAgents: 'store-node-agents',
  },
  services: { api: { expose: { host: 'store' } } },
  mesh: { istio: { gateway: { selector: { istio: 'store-gateway' } } } },
});

test('two platforms that are not refused have no object in common', () => {
  const environments = load([
    ['shop', SHOP],
    ['store', STORE],
  ]);
  const [shop = new Set(), store = new Set()] = environments.map(
    (environment) =>
      new Set(
        [...synthesize(environment)].map(({ object: { apiVersion, kind, metadata } }) =>
          [apiVersion.replace(/\/?[^/]*$/, ''), kind, metadata.namespace ?? '', metadata.name].join(' '),
        ),
      ),
  );
  expect(Math.min(shop.size, store.size)).toBeGreaterThan(100);
  expect([...shop].filter((name) => store.has(name))).toEqual([]);
});

test.each<[string, Part, string]>([
  [
    'the namespace of the operator',
    { namespaces: { externalSecrets: 'external-secrets-system' } },
    'namespaces.externalSecrets: the namespace `external-secrets-system` is that of environments/shop/production.yaml already',
  ],
  [
    'a mesh gateway',
    { mesh: { istio: { gateway: { selector: { istio: 'ingressgateway' } } } } },
    'mesh.istio.gateway.selector: the mesh gateway `{istio: ingressgateway}` is that of',
  ],
  [
    'a public host',
    { services: { api: { expose: { host: 'api' } } } },
    'domain: the public host api.shop.example is that of',
  ],
])('refused is %s that another platform has', (_, part, message) => {
  const both = () =>
    load([
      ['shop', SHOP],
      ['store', laidOver(STORE, part)],
    ]);
  expect(both).toThrow(message);
});

test('refused are two who ask for add-ons, and two whose rules one Prometheus would read', () => {
  const watched = { mode: 'operator', alerts: { slack: 'alerts' } };
  const delivery = {
    repository: 'https://git.shop.example/platform.git',
    automated: true,
    addOns: { velero: { provided: true } },
  };
  const over = { observability: watched, delivery };
  const both = () =>
    load([
      ['shop', laidOver(SHOP, over)],
      ['store', laidOver(STORE, over)],
    ]);
  expect(both).toThrow('delivery.addOns: what `addOns` brings is that of');
  expect(both).toThrow(
    'observability.mode: the Prometheus of `monitoring` that selects `{release: kube-prometheus-stack}` is that of',
  );
});

test('an object of the user that is in no namespace is of one platform of a cluster', () => {
  const text = 'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: nodes\n';
  const own = ['shop', 'store'].map((folder) => ({
    path: `environments/${folder}/manifests/nodes.yaml`,
    folder,
    name: 'manifests/nodes.yaml',
    bytes: new TextEncoder().encode(text),
  }));
  const platforms = [['shop', SHOP] as const, ['store', STORE] as const];
  expect(() => load(platforms, own)).toThrow(
    'environments/store/manifests/nodes.yaml:4:9 metadata.name: the ClusterRole `nodes` is that of environments/shop/manifests/nodes.yaml already, in the same cluster',
  );
});
