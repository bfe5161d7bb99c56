import { expect, test } from 'vitest';
import type { Observability, Slo } from '../../../src/model/observability.ts';
import { observedShop } from '../../../test/observed-shop.ts';
import { sampleService } from '../../../test/sample.ts';
import { isAlert } from '../../forms/rule.ts';
import { hasPromtool, judgeRules } from '../promtool.fixture.ts';
import { sloGroups } from './groups.ts';
import { shareOf } from './objective.ts';

if (!hasPromtool) process.stderr.write('SLO rules are not proven: promtool is not on PATH\n');

const shopWith = (slo: Slo) => observedShop({}, { services: [sampleService({ name: 'api', slo })] });

const PROMISES: readonly [string, Slo][] = [
  ['a latency alone', { availability: undefined, latency: { percentile: 95, milliseconds: 500 } }],
  ['a low availability', { availability: 90, latency: undefined }],
];

test.runIf(hasPromtool).each(PROMISES)('alerts of %s fire when they should and only then', (_, slo) => {
  const shop = shopWith(slo);
  expect(judgeRules(sloGroups(shop), shop.observability as Observability)).toBe('');
});

test('a promise that cannot be broken six times too fast pages nobody', () => {
  const severities = (slo: Slo) =>
    sloGroups(shopWith(slo)).flatMap(({ rules }) => rules.filter(isAlert).map(({ severity }) => severity));
  expect(severities({ availability: 80, latency: undefined })).not.toContain('critical');
  expect(severities({ availability: 84, latency: undefined })).toContain('critical');
});

test('numbers are written exactly', () => {
  expect([99.9, 100 - 99.9, 99.999, 100 - 99.999, 95, 5, 50].map(shareOf)).toEqual([
    '0.999',
    '0.001',
    '0.99999',
    '0.00001',
    '0.95',
    '0.05',
    '0.5',
  ]);
});

test('a service costs three rules for each promise at most', () => {
  const services = Array.from({ length: 500 }, (_, index) =>
    sampleService({
      name: `service-${index}`,
      slo: { availability: 99.9, latency: { percentile: 99, milliseconds: 250 } },
    }),
  );
  const rules = sloGroups(observedShop({}, { services })).flatMap((group) => group.rules);
  expect(rules.length).toBeLessThan(500 * 5 + 30);
});
