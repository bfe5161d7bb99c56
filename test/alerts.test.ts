import { expect, test } from 'vitest';
import { loadContext } from '../src/cli/load-context.ts';
import { selectInput } from '../src/cli/select-input.ts';
import { loadEnvironments } from '../src/config/load.ts';
import type { Environment } from '../src/model/environment.ts';
import type { Observability } from '../src/model/observability.ts';
import { hasPromtool, judgeRules } from '../src/observability/rules/promtool.fixture.ts';
import { ruleFiles } from '../src/observability/rules/write.ts';

if (!hasPromtool) process.stderr.write('alerts are not proven: promtool is not on PATH\n');

/** Of each platform the environment with the most rules: the others have some of them, on other names. */
const watched = largestOfEach(loadEnvironments(selectInput('environments', {}), loadContext()));

function largestOfEach(environments: readonly Environment[]): readonly Environment[] {
  const size = (environment: Environment) =>
    [...ruleFiles(environment).values()].flat().flatMap(({ rules }) => rules).length;
  const largest = new Map<string, Environment>();
  for (const environment of environments) {
    const known = largest.get(environment.platform);
    if (!environment.observability || (known && size(known) >= size(environment))) continue;
    largest.set(environment.platform, environment);
  }
  return [...largest.values()];
}

test('the platforms of this repository are watched', () => {
  expect(watched.length).toBeGreaterThan(1);
});

test
  .runIf(hasPromtool)
  .each(watched.map((environment) => [environment.platform, environment.name, environment]))(
  'every alert of %s/%s fires when it should and only then',
  (_platform, _name, environment) => {
    for (const [file, groups] of ruleFiles(environment)) {
      expect(judgeRules(groups, environment.observability as Observability), file).toBe('');
    }
  },
);
