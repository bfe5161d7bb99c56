import { expect, test } from 'vitest';
import { hasPromtool, judgeRules } from '../monitoring/rules/promtool.fixture.ts';
import { ruleFiles } from '../monitoring/rules/write.ts';
import { today } from '../src/cli/clock.ts';
import { loadEnvironments } from '../src/config/load.ts';
import { selectInput } from '../src/io/select-input.ts';
import type { Observability } from '../src/model/observability.ts';
import { loadContext } from '../src/pipeline/load-context.ts';

if (!hasPromtool) process.stderr.write('alerts are not proven: promtool is not on PATH\n');

const watched = loadEnvironments(selectInput('environments', {}), loadContext(today())).filter(
  ({ observability }) => observability,
);

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
