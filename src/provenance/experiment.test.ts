import { expect, test } from 'vitest';
import { experiment } from './experiment.fixture.ts';

// What else moves a field is not known of a few scalars: `npm run prove -- provenance` tells more of all of them.
test('a change of any scalar shows in fields whose findings would name a line, mostly its own', () => {
  const { counts, inexact } = experiment('spywatcher', 'production', 23);
  expect(counts.exact).toBeGreaterThan(inexact.length * 3);
  expect(counts.none).toBe(0);
});
