import { expect, test } from 'vitest';
import { observedShop } from '../../../test/observed-shop.ts';
import { hasPromtool, judgeRules } from '../promtool.fixture.ts';
import { drillGroups } from './drill.ts';

const shop = observedShop();
const [services] = shop.ownedNamespaces;
if (!services) throw new Error('the shop has no namespaces');

const backups = {
  namespace: 'velero',
  schedule: '0 3 * * *',
  retentionDays: 7,
  storageLocation: undefined,
  isMovingData: false,
  drill: {
    namespace: 'shop-drill',
    quota: services.quota,
    schedule: '0 4 1 * *',
    intervalDays: 31,
    maxAgeSeconds: 86_400,
    toolbox: 'registry.example/toolbox:1.0.0',
  },
};

test.runIf(hasPromtool)('drills that fail or do not take place are told of, and others are not', () => {
  const observed = shop.observability as NonNullable<typeof shop.observability>;
  expect(judgeRules(drillGroups({ ...shop, backups }), observed)).toBe('');
});

test('an environment without backups has no such rules', () => {
  expect(drillGroups(shop)).toEqual([]);
});
