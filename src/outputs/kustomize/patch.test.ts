import { expect, it } from 'vitest';
import type { ManifestObject } from '../../model/manifest.ts';
import type { Addition } from './intersect.ts';
import { additionPatch } from './patch.ts';

const deployment: ManifestObject = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'shop' },
  spec: { template: { spec: { containers: [{ name: 'web' }, { name: 'proxy' }] } } },
};
const rollout: ManifestObject = { ...deployment, apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout' };
const containers = ['spec', 'template', 'spec', 'containers'];

const cases: readonly (readonly [string, ManifestObject, Addition, 'merge' | 'json'])[] = [
  ['a field of a map merges', rollout, { path: ['spec', 'paused'], value: true }, 'merge'],
  ['an empty map merges', rollout, { path: ['spec', 'strategy'], value: {} }, 'merge'],
  ['a list of scalars merges', rollout, { path: ['spec', 'hosts'], value: ['a', 'b'] }, 'merge'],
  ['a repeated item would be dropped', rollout, { path: ['spec', 'hosts'], value: ['a', 'a'] }, 'json'],
  ['a list of maps may have merge keys', rollout, { path: ['spec', 'ports'], value: [{ port: 1 }] }, 'json'],
  ['null would remove', rollout, { path: ['spec', 'x'], value: { y: null } }, 'json'],
  ['a key like a directive', rollout, { path: ['spec', '$patch'], value: 'delete' }, 'json'],
  [
    'the first container of a built-in kind',
    deployment,
    { path: [...containers, 0, 'cpu'], value: 1 },
    'merge',
  ],
  [
    'a later container would move to the front',
    deployment,
    { path: [...containers, 1, 'cpu'], value: 1 },
    'json',
  ],
  [
    'a container of a custom kind has no merge key',
    rollout,
    { path: [...containers, 0, 'cpu'], value: 1 },
    'json',
  ],
  ['a whole container', deployment, { path: [...containers, 0], value: { name: 'x' } }, 'json'],
];

it.each(cases)('%s', (_, object, addition, kind) => {
  expect(additionPatch(object, [addition]).target === undefined ? 'merge' : 'json').toBe(kind);
});

it('a merge patch is a partial object that names containers', () => {
  const { text } = additionPatch(deployment, [
    { path: [...containers, 0, 'resources', 'cpu'], value: '100m' },
  ]);
  expect(text).toBe(`apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  template:
    spec:
      containers:
      - name: web
        resources:
          cpu: 100m
`);
});

it('a JSON patch escapes its path, and its target means one object', () => {
  const object = { ...rollout, metadata: { name: 'web.api', namespace: 'shop' } };
  const { text, target } = additionPatch(object, [{ path: ['spec', 'a/b~c'], value: null }]);
  expect(text).toBe('- op: add\n  path: /spec/a~1b~0c\n  value: null\n');
  expect(target).toEqual({
    group: 'argoproj.io',
    version: 'v1alpha1',
    kind: 'Rollout',
    name: 'web\\.api',
    namespace: 'shop',
  });
});
