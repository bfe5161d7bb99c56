import { expect, it } from 'vitest';
import type { ManifestObject } from '../model/manifest.ts';
import { firstDifference } from './first-difference.ts';

const web = object('web', { ports: [{ port: 80 }] });
const WEB = 'v1 Service shop/web';

it('sets are the same in another order, of objects and of keys', () => {
  const turned = Object.fromEntries(Object.entries(web).reverse()) as ManifestObject;
  expect(firstDifference([web, object('db', {})], [object('db', {}), turned])).toBeUndefined();
});

const cases: readonly (readonly [string, readonly ManifestObject[], object])[] = [
  [
    'a changed value',
    [object('web', { ports: [{ port: 81 }] })],
    { path: 'spec.ports[0].port', expected: 80, found: 81 },
  ],
  [
    'a number that became text',
    [object('web', { ports: [{ port: '80' }] })],
    { path: 'spec.ports[0].port', expected: 80, found: '80' },
  ],
  [
    'a lost item',
    [object('web', { ports: [] })],
    { path: 'spec.ports[0]', expected: { port: 80 }, found: undefined },
  ],
  [
    'a map in place of a list',
    [object('web', { ports: {} })],
    { path: 'spec.ports', expected: [{ port: 80 }], found: {} },
  ],
  [
    'a key that every object inherits',
    [object('web', { ports: [{ port: 80 }], constructor: null })],
    { path: 'spec.constructor', expected: undefined, found: null },
  ],
  ['a missing object', [], { path: '', expected: web, found: undefined }],
  ['a second copy', [web, web], { path: '', expected: 'one object', found: 'two of them' }],
];

it.each(cases)('%s is found', (_, found, difference) => {
  expect(firstDifference([web], found)).toEqual({ object: WEB, ...difference });
});

it('a stranger is found', () => {
  expect(firstDifference([], [web])).toEqual({ object: WEB, path: '', expected: undefined, found: web });
});

function object(name: string, spec: object): ManifestObject {
  return { apiVersion: 'v1', kind: 'Service', metadata: { name, namespace: 'shop' }, spec };
}
