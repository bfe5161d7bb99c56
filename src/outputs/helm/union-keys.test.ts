import { expect, it } from 'vitest';
import { unionKeys } from './union-keys.ts';

it.each([
  [
    [
      ['a', 'b'],
      ['a', 'b'],
    ],
    ['a', 'b'],
  ],
  [
    [
      ['a', 'c'],
      ['a', 'b', 'c'],
    ],
    ['a', 'b', 'c'],
  ],
  [
    [['b'], ['a', 'b', 'c']],
    ['a', 'b', 'c'],
  ],
  [
    [
      ['a', 'b'],
      ['b', 'a', 'c'],
    ],
    ['a', 'c', 'b'],
  ],
  [[], []],
])('puts what only later lists have where it stands there: %j', (lists, union) => {
  expect(unionKeys(lists)).toEqual(union);
});
