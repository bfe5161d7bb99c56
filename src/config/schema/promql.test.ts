import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { promql } from './promql.ts';

/** Queries as JSON, and what the parser of Prometheus 3.14.0 (promql/parser, no feature flags) says of each. */
const VERDICTS = readFileSync(join(import.meta.dirname, 'promql-verdicts.txt'), 'utf8')
  .trim()
  .split('\n');

/** What Prometheus parses, and a rule cannot record or nobody means. */
const REFUSED_BESIDES = new Set([
  'x[5m]',
  'rate(x[5m])[1h:1m]',
  '"a"',
  '5.',
  'offset',
  '{__name__="x", __name__="y"}',
  '{"x", "y"}',
]);

const faultOf = (query: string) => promql.safeParse(query).error?.issues[0]?.message;

test.each([
  'sum(rate(shop_orders_placed_total[5m])) * 60',
  'histogram_quantile(0.95, sum by (le) (rate(shop_checkout_seconds_bucket[5m])))',
  'max_over_time(shop_carts_open[1h:5m] offset 5m)',
  'quantile_over_time(0.9, (shop_carts_open[1h:5m] @ end()))',
  'predict_linear(shop_disk_free_bytes[1h] offset 5m, 3600)',
  'topk(5, sum by (city) (increase(shop_orders_placed_total[1d])))',
  'shop_carts_open{currency=~"EUR|USD"} > bool 1',
  'sum(\n  shop_carts_open # of all shops\n)\n',
])('%s is a query', (query) => {
  expect(faultOf(query)).toBeUndefined();
});

test.each([
  ['sum(rate(x[5m])', 'this ends too early, at character 16'],
  ['sum(rate(x[5m)) by (a)', 'it cannot be read from character 14 on, `)) by (a)`'],
  ['sum(x)\n  by', 'this ends too early, at line 2, character 5'],
  ['sum(\n  x{a="b}\n)', 'it cannot be read from line 3, character 1 on, `)`'],
  ['rate(x[$__rate_interval])', 'it cannot be read from character 8 on, `$__rate_interval])`'],
  ['select count(*) from orders', 'it cannot be read from character 8 on, `count(*) from orders`'],
  ['rate(shop_orders_placed_total)', '`rate` wants a range, such as [5m], behind a metric, at character 1'],
  ['1 - avg_over_time(up)', '`avg_over_time` wants a range, such as [5m], behind a metric, at character 5'],
  ['shop_orders_placed_total[5m]', 'a range belongs into a function such as rate, at character 1'],
  ['rate(sum(shop_orders_placed_total[5m]))', '`rate` wants a range'],
  ['sum(shop_orders_placed_total[5m])', 'a range belongs into a function such as rate, at character 5'],
  [' ', 'a query in PromQL'],
])('of %s it is told where it goes wrong', (query, expected) => {
  expect(faultOf(query)).toContain(expected);
});

test('what Prometheus refuses is refused, and what it takes is taken', () => {
  const others = VERDICTS.flatMap((line) => {
    const [verdict = '', ...rest] = line.split(/ +/);
    const query = JSON.parse(line.slice(line.indexOf(rest[0] ?? ''))) as string;
    const isRefused = faultOf(query) !== undefined;
    const wanted = verdict === 'refused' || REFUSED_BESIDES.has(query);
    return isRefused === wanted ? [] : [`${query}: ${faultOf(query) ?? 'taken'}`];
  });
  expect(others).toEqual([]);
  expect(VERDICTS.length).toBeGreaterThan(350);
});
