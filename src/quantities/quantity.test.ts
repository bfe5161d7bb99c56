import { expect, test } from 'vitest';
import { quantityOf } from './quantity.ts';

test.each([
  ['250m', 0.25],
  ['2', 2],
  [2, 2],
  ['1.5', 1.5],
  ['128Mi', 134217728],
  ['1G', 1e9],
  ['1e3', 1000],
  ['1E', 1e18],
  ['12 Mi', undefined],
  ['lots', undefined],
  ['', undefined],
  [null, undefined],
])('%j is %j', (text, amount) => {
  expect(quantityOf(text)).toBe(amount);
});
