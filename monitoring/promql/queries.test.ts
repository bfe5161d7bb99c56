import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { resourceTypes } from '../../resources/index.ts';
import { dashboards } from '../dashboards/dashboards.ts';
import { variedShop } from '../dashboards/varied-shop.fixture.ts';
import type { GrafanaDashboard } from '../forms/panels/panel.ts';
import { isAlert } from '../forms/rule.ts';
import { EXPORTERS } from '../metrics/index.ts';
import { ruleFiles } from '../rules/write.ts';
import { scrapeConfigs } from '../scrape/scrape-configs.ts';
import { parseQuery } from './parse.fixture.ts';

const shop = variedShop();
const groups = [...ruleFiles(shop).values()].flat();
const rules = groups.flatMap((group) => group.rules);

/** Every query with where it stands. */
const queries = [...ofDashboards(), ...ofRules()].map(
  ([where, query]) => [where, query, parseQuery(query)] as const,
);
const ofKpis = (shop.observability?.kpis ?? []).flatMap(({ query }) => parseQuery(query).metrics);

/** What Prometheus itself makes: https://prometheus.io/docs/concepts/jobs_instances/ */
const BY_PROMETHEUS = [
  'ALERTS',
  'ALERTS_FOR_STATE',
  'scrape_duration_seconds',
  'scrape_samples_scraped',
  'up',
];

test('all queries of dashboards and rules are PromQL', () => {
  expect(queries.length).toBeGreaterThan(200);
  expect(
    queries.flatMap(([where, query, { errors }]) => errors.map((error) => [where, query, error])),
  ).toEqual([]);
});

test('every metric they ask for is exported by something that is scraped, recorded by a rule, or part of a KPI', () => {
  const exported = EXPORTERS.flatMap(({ metrics }) => Object.entries(metrics)).flatMap(namesOf);
  const recorded = rules.flatMap((rule) => (isAlert(rule) ? [] : [rule.record]));
  const known = new Set([...exported, ...recorded, ...ofKpis, ...BY_PROMETHEUS]);
  const unknown = queries.flatMap(([where, , { metrics }]) =>
    metrics.filter((metric) => !known.has(metric)).map((metric) => `${metric}: ${where}`),
  );
  expect([...new Set(unknown)].sort()).toEqual([]);
});

test('every job that is asked for, or that exports something, is scraped', () => {
  const scraped = new Set(scrapeConfigs(shop).flatMap(jobsOf));
  const asked = queries.flatMap(([, , { jobs }]) => jobs);
  // What Prometheus adds to every target is of no job.
  const wanted = new Set([...asked, ...EXPORTERS.flatMap(({ job }) => job || [])]);
  expect([...wanted].filter((job) => !scraped.has(job))).toEqual([]);
});

test('rates look back over at least four scrapes, so that one that is late leaves no gap', () => {
  const short = queries.filter(([, , { ranges }]) => ranges.some((range) => /^(\d+s|1m)$/.test(range)));
  expect(short.map(([where, query]) => [where, query])).toEqual([]);
});

test('every list of metrics is registered, and sorted', () => {
  const files = readdirSync(new URL('../metrics', import.meta.url)).filter(
    (file) => !/^(export|index)/.test(file),
  );
  const ofResources = Object.values(resourceTypes).filter(({ watching }) => watching);
  expect(EXPORTERS.length).toBe(files.length + ofResources.length);
  for (const { metrics } of EXPORTERS) expect(Object.keys(metrics)).toEqual(Object.keys(metrics).sort());
});

function ofDashboards(): readonly (readonly [string, string])[] {
  return dashboards(shop).flatMap(({ uid, json }) => {
    const { panels, annotations } = JSON.parse(json) as GrafanaDashboard;
    const marks = (annotations.list ?? []).map(({ name, expr = '' }) => [`${uid}: ${name}`, expr] as const);
    return [
      ...panels.flatMap(({ title, targets = [] }) =>
        targets.map(({ expr }) => [`${uid}: ${title}`, expr] as const),
      ),
      ...marks,
    ];
  });
}

function ofRules(): readonly (readonly [string, string])[] {
  return rules.flatMap((rule) => {
    if (!isAlert(rule)) return [[rule.record, rule.expr] as const];
    const asked = rule.runbook.queries.map(({ query }) => [`runbook of ${rule.alert}`, query] as const);
    return [[rule.alert, rule.expr] as const, ...asked];
  });
}

function namesOf([name, type]: readonly [string, string]): readonly string[] {
  if (type === 'histogram') return [`${name}_bucket`, `${name}_count`, `${name}_sum`];
  return type === 'summary' ? [name, `${name}_count`, `${name}_sum`] : [name];
}

/** A job is called as its configuration, unless a step sets another label. */
function jobsOf({ job_name, relabel_configs }: ReturnType<typeof scrapeConfigs>[number]): readonly string[] {
  const set = relabel_configs.find(({ target_label }) => target_label === 'job');
  return [set?.replacement ?? job_name];
}
