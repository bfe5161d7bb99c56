import { expect, test } from 'vitest';
import { observedShop } from '../../test/observed-shop.ts';
import { isAlert } from '../forms/rule.ts';
import { hasPromtool, judgeRules, takesLong } from './promtool.fixture.ts';
import { ruleFiles } from './write.ts';

if (!hasPromtool) process.stderr.write('rules are not proven: promtool is not on PATH\n');

const shop = observedShop();
const files = [...ruleFiles(shop)];

test.runIf(hasPromtool).each(files)(
  'promtool accepts %s, and every alert fires when it should and only then',
  (_, groups) => {
    expect(judgeRules(groups, shop.observability as NonNullable<typeof shop.observability>)).toBe('');
  },
);

const alerts = files.flatMap(([, groups]) => groups.flatMap(({ rules }) => rules.filter(isAlert)));

test('all but those that look back for days are tried with each change', () => {
  expect(alerts.filter(takesLong).map(({ alert }) => alert)).toEqual([
    'BackupOverdue',
    'ServiceTrafficDropped',
    'SloMetricAbsent',
  ]);
});

test('every alert is tested to fire and to stay quiet', () => {
  expect(alerts.filter(({ test: { quiet } }) => quiet.length === 0)).toEqual([]);
});

test('names of groups are unique in an environment, as are alerts with their labels', () => {
  const groups = files.flatMap(([, own]) => own.map(({ name }) => name));
  expect(new Set(groups).size).toBe(groups.length);
});
