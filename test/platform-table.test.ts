import { describe, expect, test } from 'vitest';
import { isAsClaimed } from './platform-table.ts';

describe('a value that contains another', () => {
  const rules = [
    { alert: 'HostDown', for: '5m', labels: { severity: 'critical' } },
    { alert: 'HostSlow', for: '10m', labels: { severity: 'warning', team: 'web' } },
  ];

  test.each<[string, unknown, unknown, boolean]>([
    ['an item with these keys', rules, { alert: 'HostSlow', labels: { severity: 'warning' } }, true],
    ['keys of two items', rules, { alert: 'HostDown', labels: { severity: 'warning' } }, false],
    ['a key it has not', rules, { alert: 'HostDown', team: 'web' }, false],
    ['an argument', ['--retention=15d', '--port=9090'], '--retention=15d', true],
    ['the beginning of an argument', ['--retention=15d'], '--retention=1', false],
    ['keys of a map', { a: 1, b: { c: 2, d: 3 } }, { b: { c: 2 } }, true],
    ['half a list', { matchers: ['a', 'b'] }, { matchers: ['a'] }, false],
    ['words of a text', 'user = admin\npassword = $__file{/x}\n', 'password = $__file{/x}', true],
    ['a map in a text', 'a: 1', { a: 1 }, false],
  ])('%s', (_, found, value, holds) => {
    expect(isAsClaimed(found, { value, isPart: true })).toBe(holds);
  });

  test('without the word, all of it is meant', () => {
    expect(isAsClaimed({ a: 1, b: 2 }, { value: { a: 1 }, isPart: false })).toBe(false);
    expect(isAsClaimed({ a: 1 }, { value: { a: 1 }, isPart: false })).toBe(true);
  });
});
