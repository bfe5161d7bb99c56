import { expect, test } from 'vitest';
import { exportedText, familiesIn } from './exposition.ts';

test('every family that is exported is kept with its type, sorted', () => {
  const text =
    '# HELP b_total Bs.\n# TYPE b_total counter\nb_total 1\n# TYPE a gauge\na{x="# TYPE c gauge"} 2\n';
  expect(exportedText('a program v1', familiesIn(text))).toBe('# a program v1\na gauge\nb_total counter\n');
});
