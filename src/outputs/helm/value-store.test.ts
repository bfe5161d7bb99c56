import { expect, it } from 'vitest';
import { valueStore } from './value-store.ts';

const MIN = { path: ['services', 'web', 'scaling', 'min'], vector: [1, 2], isOptional: false };

it.each([
  ['the same value again', { ...MIN }, true],
  ['a value that says more', { ...MIN, vector: [1, undefined] }, true],
  ['another value', { ...MIN, vector: [1, 3] }, false],
  ['a value that may be left out', { ...MIN, isOptional: true }, false],
  ['a map that holds the value', { ...MIN, path: ['services', 'web'] }, false],
  ['something within the value', { ...MIN, path: [...MIN.path, 'deeper'] }, false],
  ['a neighbour', { ...MIN, path: ['services', 'web', 'scaling', 'max'] }, true],
])('a path stands for one value: %s', (_, value, isClaimed) => {
  const store = valueStore();
  store.claim(MIN);
  expect(store.claim(value)).toBe(isClaimed);
});

it('completes a value by what other places know of it', () => {
  const store = valueStore();
  store.claim({ ...MIN, vector: [1, undefined] });
  store.claim({ ...MIN, vector: [undefined, 2] });
  expect(store.all()).toEqual([MIN]);
});
