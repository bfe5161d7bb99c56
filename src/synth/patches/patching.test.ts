import { readFileSync } from 'node:fs';
import { expect, it, test } from 'vitest';
import { shopWith } from '../../../test/own-objects.ts';
import { laidOver, type Part } from '../../../test/shop-input.ts';
import type { ManifestObject } from '../../model/manifest.ts';
import { readYaml } from '../../yaml/read.ts';
import { synthesize } from '../synthesize.ts';

const REASON = 'The image of the api looks its own host name up when it starts';
const BASE = readYaml(readFileSync('src/config/cases/base/platform.yaml', 'utf8'));

/** The shop with one patch of the Deployment of `api`, or of another object. */
function rendered(patch: unknown, target: Part = {}, more: Readonly<Record<string, string>> = {}) {
  const entry = { target: { kind: 'Deployment', name: 'api', ...target }, patch, reason: REASON };
  const platform = laidOver(BASE, { patches: { one: entry } });
  return [...synthesize(shopWith({ 'platform.yaml': JSON.stringify(platform), ...more }))];
}

function deployment(patch: unknown): ManifestObject {
  const found = rendered(patch).find(
    ({ object }) => object.kind === 'Deployment' && object.metadata.name === 'api',
  );
  return found?.object as ManifestObject;
}

interface Pods {
  readonly spec: {
    readonly template: {
      readonly spec: {
        readonly dnsPolicy?: string;
        readonly hostname?: string;
        readonly containers: readonly Part[];
      };
    };
  };
}

const podOf = (object: ManifestObject) => (object as unknown as Pods).spec.template.spec;
const POD = (spec: Part): Part => ({ spec: { template: { spec } } });

it('merges fields, items of lists by their key, and says on the object why', () => {
  const before = podOf(deployment(POD({ hostname: 'x' }))).containers;
  const object = deployment(
    POD({
      dnsPolicy: 'Default',
      containers: [
        {
          name: 'api',
          workingDir: '/srv',
          env: [{ name: 'NODE', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } }],
        },
        { name: 'log', image: 'registry.example/shop/log:1.2.3' },
      ],
    }),
  );
  const { dnsPolicy, containers } = podOf(object);
  expect(dnsPolicy).toBe('Default');
  expect(containers.map(({ name }) => name)).toEqual(['api', 'log']);
  expect(containers[0]).toEqual({
    ...before[0],
    workingDir: '/srv',
    env: [
      ...((before[0]?.['env'] ?? []) as readonly unknown[]),
      { name: 'NODE', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
    ],
  });
  expect(object.metadata.annotations?.['charthouse.dev/patch-one']).toBe(REASON);
});

it('applies operations, and nothing to other objects', () => {
  const operations = [
    { op: 'add', path: '/spec/template/spec/hostname', value: 'front' },
    { op: 'remove', path: '/spec/template/spec/enableServiceLinks' },
  ];
  const all = rendered(operations);
  const found = all.filter(({ object }) => object.metadata.annotations?.['charthouse.dev/patch-one']);
  expect(found.map(({ file, object }) => `${file} ${object.kind} ${object.metadata.name}`)).toEqual([
    'api Deployment api',
  ]);
  expect(podOf(found[0]?.object as ManifestObject)).not.toHaveProperty('enableServiceLinks');
});

const OWN = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: own, namespace: shop}\n';

test.each<[string, unknown, Part, string]>([
  [
    'an object that is not there',
    POD({ hostname: 'x' }),
    { name: 'apy' },
    'there is no Deployment apy in production',
  ],
  [
    'the namespace of others',
    POD({ hostname: 'x' }),
    { namespace: 'elsewhere' },
    'there is no Deployment elsewhere/api in production',
  ],
  [
    'two objects',
    { metadata: { annotations: { a: 'b' } } },
    { kind: 'NetworkPolicy', name: 'default-deny' },
    'objects NetworkPolicy default-deny in production',
  ],
  [
    'what is so already',
    POD({ enableServiceLinks: false }),
    {},
    'changes nothing: Deployment api is like that already',
  ],
  ['another name', { metadata: { name: 'x' } }, {}, 'makes another object of Deployment api'],
  [
    'nothing to remove',
    [{ op: 'remove', path: '/spec/x' }],
    {},
    'operation 1, remove /spec/x: there is nothing',
  ],
  [
    'another value',
    [{ op: 'test', path: '/kind', value: 'x' }],
    {},
    'operation 1, test /kind: there is another value',
  ],
  [
    'an item without its key',
    POD({ containers: [{ image: 'x' }] }),
    {},
    'an item of `spec.template.spec.containers` has no `name`',
  ],
  [
    'an item that is not there',
    POD({ containers: [{ name: 'x', $patch: 'delete' }] }),
    {},
    '`spec.template.spec.containers`[x] takes away what is not there',
  ],
  ['an image', POD({ containers: [{ name: 'api', image: 'x/y:1.2.3' }] }), {}, 'is what `images.api` sets'],
  [
    'memory',
    POD({ containers: [{ name: 'api', resources: { limits: { memory: '1Gi' } } }] }),
    {},
    'is what `services.api.resources` sets',
  ],
  [
    'a probe',
    POD({ containers: [{ name: 'api', livenessProbe: { httpGet: { path: '/x' } } }] }),
    {},
    'is what `services.api.health.liveness` sets',
  ],
  [
    'a variable',
    POD({ containers: [{ name: 'api', env: [{ name: 'A', value: 'b' }] }] }),
    {},
    'is what `services.api.env` sets',
  ],
  [
    'a user',
    POD({ securityContext: { runAsUser: 999 } }),
    {},
    'is what `services.api.securityContext.runAsUser` sets',
  ],
  ['nodes', POD({ nodeSelector: { disk: 'ssd' } }), {}, 'is what `services.api.nodeSelector` sets'],
  [
    'replicas',
    { spec: { maxReplicas: 40 } },
    { kind: 'HorizontalPodAutoscaler' },
    'is what `services.api.scaling` sets',
  ],
  [
    'an object of one of the user',
    { data: { a: 'b' } },
    { kind: 'ConfigMap', name: 'own' },
    'ConfigMap own is an object of your own',
  ],
])('%s is refused', (_, patch, target, message) => {
  expect(() => rendered(patch, target, { 'manifests/own.yaml': OWN })).toThrow(message);
});
