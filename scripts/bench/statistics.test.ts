import { expect, test } from 'vitest';
import { growthExponent, median } from './statistics.ts';

test.each([
  [[3, 1, 2], 2],
  [[4, 1, 3, 2], 2.5],
  [[7], 7],
])('the median of %j is %d', (numbers, expected) => {
  expect(median(numbers)).toBe(expected);
});

test('time that grows with the square of the size has the exponent 2', () => {
  expect(growthExponent({ size: 100, seconds: 1 }, { size: 1000, seconds: 100 })).toBeCloseTo(2);
});
