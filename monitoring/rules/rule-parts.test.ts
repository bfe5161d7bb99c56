import { expect, test } from 'vitest';
import { observedShop } from '../../test/observed-shop.ts';
import type { RuleGroup } from '../forms/rule.ts';
import { inParts } from './rule-parts.ts';

const shop = observedShop();
const observability = shop.observability as NonNullable<typeof shop.observability>;

test('rules that do not fit one ConfigMap are in several, each group whole and in its order', () => {
  const groups: RuleGroup[] = Array.from({ length: 500 }, (_, number) => ({
    name: `group-${number}`,
    rules: [{ record: 'job:up:sum', expr: `sum by (job) (up{job="${'x'.repeat(1000)}"})` }],
  }));
  const parts = inParts('services', groups, observability);
  expect(parts.map(({ name }) => name)).toEqual(['services', 'services-2', 'services-3']);
  for (const { text } of parts) expect(text.length).toBeLessThan(256 * 1024);
  const names = parts.flatMap(({ text }) => [...text.matchAll(/name: (group-\d+)/g)].map(([, name]) => name));
  expect(names).toEqual(groups.map(({ name }) => name));
});

test('rules that fit are in one', () => {
  const group = { name: 'up', rules: [{ record: 'job:up:sum', expr: 'sum by (job) (up)' }] };
  expect(inParts('services', [group], observability)).toHaveLength(1);
});
