import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hasPromtool } from '../../../monitoring/rules/promtool.fixture.ts';
import { ruleFiles } from '../../../monitoring/rules/write.ts';
import { writeYaml } from '../../../src/yaml/write.ts';
import { observedShop } from '../../../test/observed-shop.ts';
import { render } from '../../../test/sample.ts';
import { observability } from '../chart.ts';

if (!hasPromtool) process.stderr.write('PrometheusRules are not proven: promtool is not on PATH\n');

interface Spec {
  readonly groups: readonly {
    readonly rules: readonly { readonly alert?: string; readonly labels?: object }[];
  }[];
}

const shop = observedShop({ mode: 'operator', operatorNamespace: 'prometheus' });
const rules = render(observability, shop)
  .filter(({ kind }) => kind === 'PrometheusRule')
  .map(({ metadata, spec }) => [metadata.name, spec as Spec] as const);

test('there is a PrometheusRule for each rule file', () => {
  expect(rules.map(([name]) => name)).toEqual([...ruleFiles(shop).keys()]);
});

test.runIf(hasPromtool).each(rules)('promtool accepts the rules of %s', (_, spec) => {
  const folder = mkdtempSync(join(tmpdir(), 'charthouse-rules-'));
  try {
    writeFileSync(join(folder, 'rules.yaml'), writeYaml(spec));
    const { status, stdout, stderr } = spawnSync(
      'promtool',
      ['check', 'rules', '--lint-fatal', 'rules.yaml'],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    );
    expect(status === 0 ? '' : stdout + stderr).toBe('');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("there is a Watchdog of the platform's own, as its dead man's switch hears no other", () => {
  const general = rules.find(([name]) => name === 'general')?.[1].groups.flatMap((group) => group.rules);
  expect(general).toMatchObject([
    { alert: 'Watchdog', labels: { environment: 'production', platform: 'shop' } },
  ]);
});

test('alerts, and no series, say whose they are', () => {
  const own = { environment: 'production', platform: 'shop' };
  for (const rule of rules.flatMap(([, { groups }]) => groups.flatMap((group) => group.rules))) {
    if (rule.alert === undefined) expect(rule.labels ?? {}).not.toHaveProperty('platform');
    else expect(rule.labels).toMatchObject(own);
  }
});
