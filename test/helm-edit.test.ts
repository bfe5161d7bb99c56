import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configChecksum } from '../charts/workload/config-checksum.ts';
import type { Environment } from '../src/model/environment.ts';
import type { ManifestObject } from '../src/model/manifest.ts';
import type { Expose } from '../src/model/service.ts';
import { chartInput, helm, inChart, rendered } from './helm-program.ts';
import { sampleEnvironment, sampleService } from './sample.ts';

/** What a person changes in a values file of the shop's production, and the fields that follow; no others may. */
const EDITS: readonly (readonly [edit: string, change: string, fields: readonly string[]])[] = [
  ['more pods', 'services.web.scaling.max=30', ['HorizontalPodAutoscaler web spec.maxReplicas: 30']],
  [
    'a release',
    'services.web.image.tag="aaaaaaa"',
    [
      'Deployment web spec.template.metadata.labels.app.kubernetes.io/version: aaaaaaa',
      'Deployment web spec.template.spec.containers.0.image: production.registry.example/web:aaaaaaa',
    ],
  ],
  [
    'configuration, which restarts the pods that read it',
    'services.web.env.LOG_LEVEL="{{ trace }}"',
    [
      'ConfigMap web data.LOG_LEVEL: {{ trace }}',
      `Deployment web ${checksum('{{ trace }}')}`,
      `Deployment web-canary ${checksum('{{ trace }}')}`,
    ],
  ],
  [
    'more requests to the canary',
    'services.web.variants.canary.weight=25',
    [
      'VirtualService public-app spec.http.0.route.0.weight: 75',
      'VirtualService public-app spec.http.0.route.1.weight: 25',
    ],
  ],
  [
    'a fixed number of pods, which nothing scales',
    'services.web.scaling={"min": 4, "max": 4}',
    ['Deployment web spec.replicas: 4', 'HorizontalPodAutoscaler web : gone'],
  ],
  [
    'another domain',
    'domain="shop.test"',
    [
      'ConfigMap web data.HOME: https://app.shop.test/',
      `Deployment web ${checksum('info', 'shop.test')}`,
      `Deployment web-canary ${checksum('info', 'shop.test')}`,
      'Ingress shop spec.rules.0.host: app.shop.test',
      'VirtualService public-app spec.hosts.0: app.shop.test',
    ],
  ],
];

function checksum(level: string, domain = 'production.shop.example'): string {
  const data = { HOME: `https://app.${domain}/`, LOG_LEVEL: level };
  return `spec.template.metadata.annotations.checksum/config: ${configChecksum(data)}`;
}

describe.runIf('path' in helm)('a change of one value', () => {
  it.each(EDITS)('%s: %s changes exactly what it names', async (_, change, fields) => {
    const found = await inChart('shop', shops(), async (folder) => {
      const values = join(folder, 'values-production.yaml');
      const before = await rendered(folder, values);
      return changes(before, await rendered(folder, values, '--set-json', change));
    });
    expect(found).toEqual(fields);
  });

  it.each([
    ['an unknown value', 'services.web.scalling={"max": 3}'],
    ['an unknown value at the top', 'domian="shop.test"'],
    ['text for a number', 'services.web.scaling.max="three"'],
    ['a number for a tag', 'services.web.image.tag=1234567'],
    ['a weight above 100', 'services.web.variants.canary.weight=101'],
    ['null for a text in others', 'domain=null'],
    ['null for a number', 'services.web.scaling.max=null'],
    ['null for what only some have', 'services.web.variants.canary.weight=null'],
    ['null for a service', 'services.web=null'],
    ['null for a map of values', 'services.web.scaling=null'],
    ['null for all services', 'services=null'],
    ['no pods at all', 'services.web.scaling.max=0'],
    ['fewer pods than none', 'services.web.scaling.min=-1'],
    ['an empty domain', 'domain=""'],
    ['a domain with a scheme', 'domain="https://shop.test"'],
    ['an empty tag', 'services.web.image.tag=""'],
    ['a tag that is none', 'services.web.image.tag="a b"'],
    ['a list for a text', 'domain=["shop.test"]'],
    ['a map for a text', 'services.web.image.tag={"a": "b"}'],
  ])('is refused when it is %s', async (_, change) => {
    const refused = inChart('shop', shops(), (folder) =>
      rendered(folder, join(folder, 'values-production.yaml'), '--set-json', change),
    );
    await expect(refused).rejects.toThrow(/values don't meet the specifications/);
  });
});

/** Development without a canary or an autoscaler, and production with both. */
function shops() {
  return chartInput([
    shop('development', { scaling: { min: 1, max: 1, cpu: 70, memory: 80 } }),
    shop('production', { variants: [CANARY] }),
  ]);
}

const CANARY = {
  name: 'canary',
  image: { repository: 'registry.example/shop/web', tag: '5be7d13', digest: undefined },
  weight: 10,
  headers: {},
  scaling: { min: 1, max: 2, cpu: 70, memory: 80 },
};

function shop(name: string, fields: Parameters<typeof sampleService>[0]): Environment {
  const host = `app.${name}.shop.example`;
  const expose: Expose = { ...EXPOSE, port: sampleService().ports[0] as Expose['port'] };
  const service = sampleService({
    image: {
      repository: `${name}.registry.example/web`,
      tag: name === 'production' ? '3f2c1ab' : '91c4e07',
      digest: undefined,
    },
    config: { HOME: `https://${host}/`, LOG_LEVEL: name === 'production' ? 'info' : 'debug' },
    expose,
    ...fields,
  });
  return sampleEnvironment({
    name,
    domain: `${name}.shop.example`,
    services: [service],
    publicHosts: [{ name: 'app', host, routes: [{ path: '/', service, expose }] }],
  });
}

const EXPOSE = { host: 'app', paths: ['/'], auth: 'none', timeout: undefined, cors: undefined } as const;

/** Each field that changed with what it is now, sorted; an object that is gone by its name alone. */
function changes(before: readonly ManifestObject[], after: readonly ManifestObject[]): readonly string[] {
  const now = new Map(after.map((object) => [identity(object), leavesOf(object)]));
  return before
    .flatMap((object) => {
      const name = `${object.kind} ${object.metadata.name}`;
      const leaves = now.get(identity(object));
      if (leaves === undefined) return [`${name} : gone`];
      const old = leavesOf(object);
      const changed = [...leaves].filter(([path, value]) => old.get(path) !== value);
      return changed.map(([path, value]) => `${name} ${path}: ${value}`);
    })
    .sort();
}

function identity({ kind, metadata }: ManifestObject): string {
  return `${kind} ${metadata.namespace}/${metadata.name}`;
}

function leavesOf(value: unknown, path = ''): ReadonlyMap<string, unknown> {
  if (typeof value !== 'object' || value === null) return new Map([[path, value]]);
  const below = Object.entries(value).flatMap(([key, item]) => [
    ...leavesOf(item, path === '' ? key : `${path}.${key}`),
  ]);
  return new Map(below);
}
