import { expect, test } from 'vitest';
import { ENVIRONMENTS, experiment } from './experiment.fixture.ts';

// What else moves a field is not known of a few scalars: `npm run prove -- provenance` tells more of all of them.
test.each(ENVIRONMENTS.slice(-2, -1))(
  'a change of any scalar of %s/%s shows in fields whose findings would name a line, mostly its own',
  (platform, environment) => {
    const { counts, inexact } = experiment(platform, environment, 23);
    expect(counts.exact).toBeGreaterThan(inexact.length * 3);
    expect(counts.none).toBe(0);
  },
);
