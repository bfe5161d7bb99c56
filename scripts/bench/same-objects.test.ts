import { expect, test } from 'vitest';
import type { ManifestObject } from '../../src/model/manifest.ts';
import { assertSameObjects } from './same-objects.ts';

const web: ManifestObject = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web' },
  spec: { ports: [80, 81] },
};
const jobs: ManifestObject = { ...web, metadata: { name: 'jobs' } };

test('the order of objects and of keys does not matter', () => {
  const reordered: ManifestObject = {
    kind: 'Service',
    spec: web['spec'],
    metadata: web.metadata,
    apiVersion: 'v1',
  };
  expect(() => assertSameObjects('helm', [web, jobs], [jobs, reordered])).not.toThrow();
});

test.each([
  ['an object is missing', [web], 'helm lacks'],
  ['one is there twice', [web, jobs, jobs], 'helm has, and Charthouse has not,'],
  ['a list is in another order', [{ ...web, spec: { ports: [81, 80] } }, jobs], 'helm lacks'],
  ['a number became a text', [{ ...web, spec: { ports: [80, '81'] } }, jobs], 'helm lacks'],
])('it is told when %s', (_what, found, message) => {
  expect(() => assertSameObjects('helm', [web, jobs], found)).toThrow(message);
});
