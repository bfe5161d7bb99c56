import { expect, test } from 'vitest';
import { matchesGlob } from './glob.ts';

test.each([
  ['*', 'shop', true],
  ['shop', 'shop', true],
  ['shop', 'shop-monitoring', false],
  ['shop-*', 'shop-monitoring', true],
  ['https://git.shop.example/*.git', 'https://git.shop.example/platform.git', true],
  ['a*b*c', 'a-c-b', false],
  ['a*b*c', 'a--b--c', true],
  ['ab*ba', 'aba', false],
])('%s fits %s: %s', (pattern, value, fits) => {
  expect(matchesGlob(pattern, value)).toBe(fits);
});
