import { expect, test } from 'vitest';
import { resourceTypes } from '../../../resources/index.ts';
import type { Observability } from '../../../src/model/observability.ts';
import { observedShop } from '../../../test/observed-shop.ts';
import { sampleCloudResource } from '../../../test/sample-resource.ts';
import { isAlert } from '../../forms/rule.ts';
import { hasPromtool, judgeRules } from '../promtool.fixture.ts';
import { resourceGroups } from './groups.ts';

if (!hasPromtool) process.stderr.write('rules of resources are not proven: promtool is not on PATH\n');

const shop = observedShop();
const observability = shop.observability as Observability;
const alertsOf = (fields: Partial<Observability>) =>
  resourceGroups(observedShop(fields)).flatMap(({ rules }) =>
    rules.filter(isAlert).map(({ alert }) => alert),
  );

test('nothing is asked of what is not there', () => {
  const off = { ...observability.parts, resources: false, cloud: false };
  expect(alertsOf({ parts: off })).toEqual([]);
  expect(alertsOf({ resources: [], cloudResources: [] })).toEqual([
    'LoadBalancer5xx',
    'LoadBalancerTarget5xx',
  ]);
  const [postgres] = observability.resources.filter(({ resource }) => resource.type === 'postgres');
  expect(alertsOf({ resources: postgres ? [postgres] : [] }).join(' ')).not.toMatch(/Redis|Mongo|OpenSearch/);
});

test('a queue is one of dead letters only beside the queue they come from', () => {
  const queue = (name: string) => sampleCloudResource(name, 'queue', name);
  expect(alertsOf({ cloudResources: [queue('mails'), queue('mails-dlq')] })).toContain('QueueDeadLetters');
  expect(alertsOf({ cloudResources: [queue('other'), queue('mails-dlq')] })).not.toContain(
    'QueueDeadLetters',
  );
});

const TYPES = Object.entries(resourceTypes).flatMap(([name, type]) =>
  type.watching || type.cloudwatch?.database ? [name] : [],
);

test.runIf(hasPromtool).each(TYPES)('alerts of %s by itself fire when they should and only then', (type) => {
  const own = observedShop({
    resources: observability.resources.filter(({ resource }) => resource.type === type),
    cloudResources: [
      sampleCloudResource('main', type, 'main'),
      sampleCloudResource('mails', 'queue', 'mails'),
      sampleCloudResource('mails-dlq', 'queue', 'mails-dlq'),
    ],
  });
  expect(judgeRules(resourceGroups(own), observability)).toBe('');
});
