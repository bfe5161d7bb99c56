import { expect, test } from 'vitest';
import { observedShop } from '../../test/observed-shop.ts';
import { type AlertRule, isAlert } from '../forms/rule.ts';
import { ruleFiles } from '../rules/write.ts';
import { GONE, SAME_THING } from './inhibitions.ts';
import { NEVER_MUTED } from './never-muted.ts';

const groups = [...ruleFiles(observedShop()).values()].flat();
const alerts = groups.flatMap(({ rules }) => rules.filter(isAlert));
const names = new Set(alerts.map(({ alert }) => alert));

test('alerts that are never muted, or that keep others back, are those of a rule', () => {
  const named = [...NEVER_MUTED, ...GONE.flatMap((gone) => gone.alerts), 'InfoInhibitor', 'Watchdog'];
  expect(named.filter((name) => !names.has(name))).toEqual([]);
});

const ranked = [...names].filter((name) => severitiesOf(name).size > 1);

test.each(ranked)('%s of one thing keeps back none of another', (name) => {
  const labels = alerts.filter(({ alert }) => alert === name).flatMap(labelsTold);
  expect(labels.filter((label) => !SAME_THING.includes(label))).toEqual([]);
});

function severitiesOf(name: string): ReadonlySet<string> {
  return new Set(alerts.filter(({ alert }) => alert === name).map(({ severity }) => severity));
}

function labelsTold({ summary, description }: AlertRule): readonly string[] {
  return [...`${summary} ${description}`.matchAll(/\$labels\.(\w+)/g)].map(([, label = '']) => label);
}
