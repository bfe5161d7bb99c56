import { expect, test } from 'vitest';
import { ENVIRONMENTS, experiment } from '../src/provenance/experiment.fixture.ts';

const EXACT = 0.97;

test.each(ENVIRONMENTS)(
  '%s/%s: findings name the line that decided, for every scalar',
  (platform, environment) => {
    const { counts, inexact } = experiment(platform, environment, 1);
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
    process.stdout.write(`${platform}/${environment} ${JSON.stringify(counts)}\n${inexact.join('\n')}\n`);
    expect(all).toBeGreaterThan(100);
    expect([counts.wrong, counts.none]).toEqual([0, 0]);
    expect(counts.exact / all).toBeGreaterThanOrEqual(EXACT);
  },
);
