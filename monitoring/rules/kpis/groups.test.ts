import { expect, test } from 'vitest';
import type { Kpi, Observability } from '../../../src/model/observability.ts';
import { observedShop } from '../../../test/observed-shop.ts';
import { hasPromtool, judgeRecordings, judgeRules } from '../promtool.fixture.ts';
import { kpiAlertGroups, kpiGroups } from './groups.ts';

if (!hasPromtool) process.stderr.write('rules of business numbers are not proven: promtool is not on PATH\n');

type Alert = NonNullable<Kpi['alert']>;

const kpi = (name: string, query: string, alert?: Partial<Alert>, service?: string): Kpi => ({
  name,
  summary: `What {{ ${name} }} counts`,
  query,
  unit: 'short',
  service,
  alert: alert && { comparison: '<', bound: 1, for: '15m', severity: 'warning', ...alert },
});

const kpis = [
  kpi('orders', 'sum(rate(shop_orders_total[5m])) * 60 or vector(0)', { bound: 0.5, for: '1h30m' }, 'orders'),
  kpi('refunds-2', 'sum(shop_refunds) # since midnight', { comparison: '>', bound: -3, for: '0s' }),
  kpi('stock', 'min by (warehouse) (shop_stock)', { comparison: '>', bound: 1e21, severity: 'critical' }),
  kpi('users', 'sum(shop_users)'),
];
const shop = observedShop({ kpis });
const observability = shop.observability as Observability;

test.runIf(hasPromtool)('alerts of any number fire beyond its bound, and when it is absent', () => {
  expect(judgeRules(kpiGroups(shop), observability)).toBe('');
  expect(judgeRules(kpiAlertGroups(shop), observability)).toBe('');
});

test.runIf(hasPromtool)('a number is recorded by its name, with the service it belongs to', () => {
  const recorded = {
    series: [{ series: 'shop_orders_total{pod="a"}', values: '0+30x20' }],
    at: '10m',
    query: 'round(business:orders)',
    samples: [{ labels: '{service="orders"}', value: 30 }],
  };
  expect(judgeRecordings(kpiGroups(shop), observability, recorded)).toBe('');
});

test('alerts are called after the number and the side of its bound', () => {
  const [group] = kpiAlertGroups(shop);
  const names = group?.rules.map((rule) => ('alert' in rule ? rule.alert : ''));
  expect(names).toEqual([
    'BusinessOrdersBelow',
    'BusinessMetricAbsent',
    'BusinessRefunds2Above',
    'BusinessMetricAbsent',
    'BusinessStockAbove',
    'BusinessMetricAbsent',
  ]);
});

test('a platform without numbers has no such rules', () => {
  expect([kpiGroups, kpiAlertGroups].flatMap((groups) => groups(observedShop({ kpis: [] })))).toEqual([]);
});
