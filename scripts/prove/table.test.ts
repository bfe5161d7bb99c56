import { expect, test } from 'vitest';
import { outcomeOf } from './by-tests.ts';
import { resultTable } from './table.ts';

test('results are a table, with the reason of what was skipped', () => {
  expect(
    resultTable([
      { name: 'alerts', verdict: 'holds', result: '3 tests passed', seconds: 61.4 },
      { name: 'mesh', verdict: 'skipped', result: 'go is not on PATH; see go.dev', seconds: 0 },
    ]),
  ).toBe(
    [
      '| proof  | verdict | took | result |',
      '|--------|---------|------|---|',
      '| alerts | holds   | 61 s | 3 tests passed |',
      '| mesh   | skipped |      | go is not on PATH; see go.dev |',
    ].join('\n'),
  );
});

test('tests that were all skipped prove nothing', () => {
  const counts = { success: true, numPassedTests: 0, numFailedTests: 0, numPendingTests: 4 };
  expect(outcomeOf(counts)).toEqual({ holds: false, result: '0 tests passed, 4 skipped' });
  expect(outcomeOf({ ...counts, numPassedTests: 2 }).holds).toBe(true);
});
