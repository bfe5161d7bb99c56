import { expect, test } from 'vitest';
import { observedShop } from '../../test/observed-shop.ts';
import { sampleEnvironment } from '../../test/sample.ts';
import { isAlert } from '../forms/rule.ts';
import { ruleFiles } from '../rules/write.ts';
import { renderRunbooks } from './render.ts';

const shop = observedShop();
const pages = renderRunbooks('shop', [shop, { ...shop, name: 'staging' }]);
const alerts = [...ruleFiles(shop).values()].flat().flatMap(({ rules }) => rules.filter(isAlert));

test('every alert has the page that its runbook_url ends with, and no page is of no alert', () => {
  const expected = new Set(alerts.map(({ alert }) => `${alert}.md`));
  expect(expected.size).toBeGreaterThan(50);
  expect(new Set([...pages.keys()].filter((path) => path !== 'README.md'))).toEqual(expected);
});

test('a page holds the expression, and the queries of every form of its alert', () => {
  for (const { alert, expr, runbook } of alerts) {
    const text = pages.get(`${alert}.md`);
    expect(text).toContain(expr.trim());
    for (const { query } of runbook.queries) expect(text).toContain(query.trim());
  }
});

test('pages say what to do, and leave no template behind', () => {
  for (const [path, text] of pages) {
    expect(text, path).not.toMatch(/\{\{|undefined|\[object/);
    if (path !== 'README.md') expect(text, path).toMatch(/## Look at\n\n1\. .*## Do\n\n1\. /s);
  }
});

test('environments that have an alert just so share one form of it', () => {
  expect(pages.get('Watchdog.md')).toContain('in production, staging:');
});

test('a platform that nothing watches has no runbooks', () => {
  expect(renderRunbooks('shop', [sampleEnvironment()]).size).toBe(0);
});
