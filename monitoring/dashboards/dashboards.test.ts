import { DashboardBuilder } from '@grafana/grafana-foundation-sdk/dashboard';
import { expect, test } from 'vitest';
import { resourceTypes } from '../../resources/index.ts';
import type { Environment } from '../../src/model/environment.ts';
import { observedShop } from '../../test/observed-shop.ts';
import { sampleService } from '../../test/sample.ts';
import type { GrafanaDashboard, PlacedPanel } from '../forms/panels/panel.ts';
import { serviceDashboard } from '../forms/uid.ts';
import { dataSourcesText } from '../grafana/data-sources-text.ts';
import { dashboards } from './dashboards.ts';
import { exploreUrl } from './explore.ts';
import { LONG, variedShop } from './varied-shop.fixture.ts';
import { FOLDERS, SCHEMA_VERSION } from './write-dashboard.ts';

const shop = variedShop();
const made = dashboards(shop);
const models = made.map(({ uid, json }) => [uid, JSON.parse(json) as GrafanaDashboard] as const);

/** Applying a ConfigMap keeps it in an annotation of 256 KiB at most: https://github.com/kubernetes/kubectl/issues/712 */
const LARGEST = 256 * 1024;

const OF_TYPES = Object.entries(resourceTypes)
  .filter(([, type]) => type.watching ?? type.cloudwatch?.listedBy)
  .map(([name]) => `resource-${name}`)
  .sort();

test('there is one for each service and type of resource, and what is shown of the platform', () => {
  expect(made.map(({ uid }) => uid)).toEqual([
    'add-ons',
    'business',
    'infrastructure',
    'istio-mesh',
    'observability',
    'platform-overview',
    ...OF_TYPES,
    serviceDashboard(LONG),
    'service-api',
    'service-catalog',
    'service-mailer',
    'service-nightly',
    'service-orders',
  ]);
});

test('they are of the version of the model whose types they are written against', () => {
  expect(new DashboardBuilder('any').build().schemaVersion).toBe(SCHEMA_VERSION);
});

test('none is made where dashboards are switched off', () => {
  const { observability } = shop;
  if (!observability) throw new Error('the shop is watched');
  const parts = { ...observability.parts, dashboards: false };
  expect(dashboards(observedShop({ parts }))).toEqual([]);
});

test("what is an operator's has dashboards that came with it", () => {
  const jobs = (environment: Environment) =>
    new Set(
      dashboards(environment).flatMap(({ json }) => json.match(/job=\\"(alertmanager|prometheus)\\"/g) ?? []),
    );
  expect(jobs(shop).size).toBe(2);
  expect(jobs(observedShop({ mode: 'operator', operatorNamespace: 'monitoring' })).size).toBe(0);
});

test('titles are unique in their folder, and folders are known', () => {
  const titles = made.map(({ folder, title }) => `${folder}/${title}`);
  expect(new Set(titles).size).toBe(titles.length);
  expect(made.filter(({ folder }) => !FOLDERS.some((known) => known === folder))).toEqual([]);
});

test('nothing of an environment is in them, so that a difference is one of the platform', () => {
  const elsewhere = {
    ...shop,
    name: 'staging',
    domain: 'staging.shop.example',
    cluster: { ...shop.cluster, name: 'other', region: 'eu-west-1' },
  };
  expect(dashboards(elsewhere)).toEqual(made);
});

test.each(models)('%s is small, read-only, and has what its file name says', (uid, model) => {
  const json = made.find((dashboard) => dashboard.uid === uid)?.json ?? '';
  expect(Buffer.byteLength(json)).toBeLessThan(LARGEST / 4);
  expect(model).toMatchObject({ uid, editable: false });
  expect(uid.length).toBeLessThanOrEqual(40);
  expect(model.description).toMatch(/\.$/);
});

test.each(models)('panels of %s have ids, and places that do not overlap', (_, { panels }) => {
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  const cells = panels.flatMap(({ gridPos }) => cellsOf(gridPos));
  expect(new Set(cells).size).toBe(cells.length);
  expect(panels.filter(({ gridPos: { x, w } = { x: 0, w: 0 } }) => x < 0 || x + w > 24)).toEqual([]);
});

test.each(models)('panels of %s say what they show, in which unit', (_, { panels }) => {
  const shown = panels.filter(({ type }) => type !== 'row');
  expect(shown.filter(({ title, description }) => !title || !description?.endsWith('.'))).toEqual([]);
  const numbers = shown.filter(({ type }) => type !== 'text');
  expect(numbers.filter(({ fieldConfig }) => !fieldConfig?.defaults.unit)).toEqual([]);
  expect(numbers.filter(({ targets = [] }) => targets.length === 0)).toEqual([]);
});

test.each(models)(
  'queries of %s have letters of their own, a legend, and a data source that is there',
  (_, model) => {
    const provisioned = new Set([...dataSourcesOf(shop)]);
    for (const { title, targets = [], datasource, type } of model.panels) {
      expect(new Set(targets.map(({ refId }) => refId)).size, title).toBe(targets.length);
      if (targets.length > 0) expect(provisioned, title).toContain(datasource?.uid);
      if (type !== 'table')
        expect(
          targets.filter(({ legendFormat }) => !legendFormat),
          title,
        ).toEqual([]);
    }
  },
);

test.each(models)('variables of %s are declared, and used', (_, { panels, templating }) => {
  const queries = panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr)).join('\n');
  const used = [...queries.matchAll(/"\$([a-z]+)"/g)].map(([, name]) => name);
  expect([...new Set(used)]).toEqual((templating.list ?? []).map(({ name }) => name));
});

test('every link leads to a dashboard that is there, or to a data source that is', () => {
  const uids = new Set(made.map(({ uid }) => uid));
  const texts = made.map(({ json }) => json).join('\n');
  const linked = [...texts.matchAll(/\/d\/([a-z0-9-]+)/g)].map(([, uid = '']) => uid);
  expect(linked.length).toBeGreaterThan(10);
  expect(linked.filter((uid) => !uids.has(uid))).toEqual([]);
  const explored = [...texts.matchAll(/panes=([^&"]+)/g)].map(([, panes = '']) =>
    JSON.parse(decodeURIComponent(panes)),
  );
  expect(new Set(explored.map(({ a }) => a.datasource))).toEqual(new Set(['jaeger', 'opensearch']));
});

test('the table of services leads to the dashboard of a service with a long name too', () => {
  const overview = models.find(([uid]) => uid === 'platform-overview')?.[1];
  const table = overview?.panels.find(({ title }) => title === 'All services');
  expect(table?.targets?.[0]?.expr).toContain(`"uid", "${serviceDashboard(LONG)}", "service", "${LONG}"`);
});

test('a question in Explore is one that Grafana reads', () => {
  const url = new URL(
    exploreUrl({ type: 'jaeger', uid: 'jaeger' }, { service: 'api' }),
    'https://grafana.example',
  );
  expect(JSON.parse(url.searchParams.get('panes') ?? '')).toEqual({
    a: {
      datasource: 'jaeger',
      queries: [{ refId: 'A', datasource: { type: 'jaeger', uid: 'jaeger' }, service: 'api' }],
      range: { from: 'now-1h', to: 'now' },
    },
  });
});

test('the overview does not grow with the services', () => {
  const few = sizeOfOverview(10);
  expect(sizeOfOverview(500)).toBe(few);
});

function sizeOfOverview(count: number): number {
  const services = Array.from({ length: count }, (_, index) => sampleService({ name: `service-${index}` }));
  const found = dashboards(observedShop({}, { services })).find(({ uid }) => uid === 'platform-overview');
  return found?.json.length ?? 0;
}

function cellsOf(gridPos: PlacedPanel['gridPos']): readonly string[] {
  if (!gridPos) return [];
  const { h, w, x, y } = gridPos;
  return Array.from({ length: w * h }, (_, index) => `${x + (index % w)},${y + Math.floor(index / w)}`);
}

function dataSourcesOf({ mesh, observability, platform }: typeof shop): readonly string[] {
  if (!observability) return [];
  return [...dataSourcesText({ mesh, platform }, observability).matchAll(/^ {2}uid: (.*)$/gm)].map(
    ([, uid = '']) => uid,
  );
}
