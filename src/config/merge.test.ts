import { expect, test } from 'vitest';
import { shop } from '../../test/shop-input.ts';
import { mergeDocuments } from './merge.ts';

test.each([
  [
    'maps merge at depth',
    { a: { b: 1, c: { d: 2 } } },
    { a: { c: { e: 3 } } },
    { a: { b: 1, c: { d: 2, e: 3 } } },
  ],
  ['lists replace', { a: [1, 2] }, { a: [3] }, { a: [3] }],
  ['scalars replace', { a: 1 }, { a: 'x' }, { a: 'x' }],
  ['a map replaces a scalar', { a: 1 }, { a: { b: 2 } }, { a: { b: 2 } }],
  ['null removes, and is still seen', { a: { b: 1 } }, { a: null }, { a: null }],
  ['what only the environment has is added', {}, { cluster: { name: 'x' } }, { cluster: { name: 'x' } }],
])('%s', (_, platform, environment, merged) => {
  const reported: string[] = [];
  const report = (path: readonly (string | number)[]) => reported.push(path.join('.'));
  expect(mergeDocuments(platform, environment, report)).toEqual(merged);
  expect(reported).toEqual([]);
});

test('what platform.yaml declares with null is there in environments that write it, and nowhere else', () => {
  const platform = { services: { api: { env: { DEBUG: null }, rateLimit: null } } };
  const bare = shop({ platform }).services[0];
  expect([bare?.config['DEBUG'], bare?.rateLimit]).toEqual([undefined, undefined]);
  const written = { services: { api: { env: { DEBUG: true }, rateLimit: { requests: 5 } } } };
  const full = shop({ platform, production: written }).services[0];
  expect(full?.config['DEBUG']).toBe('true');
  expect(full?.rateLimit).toEqual({ requests: 5, seconds: 1, burst: 5 });
});

test('a service that platform.yaml declares with null is wholly its environment’s to describe', () => {
  const report = {
    kind: 'task',
    summary: 'Reports',
    resources: { requests: { cpu: 1, memory: '1Gi' }, limits: { memory: '1Gi' } },
    env: { MODE: 'fast' },
  };
  const production = { services: { report }, images: { report: { tag: 'a1' } } };
  const { services } = shop({ platform: { services: { report: null } }, production });
  expect(services.map(({ name }) => name)).toEqual(['api', 'orders', 'report']);
});
