import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { loadAll } from 'js-yaml';
import type { GrafanaDashboard } from '../monitoring/forms/panels/panel.ts';
import { drawDashboard } from './dashboard-picture/draw-dashboard.ts';
import { type Around, labelValues } from './dashboard-picture/label-values.ts';

/**
 * Draws two dashboards of a rendered environment into docs/dashboards, so that a reader sees what they get:
 * `npm run dashboards`. Another environment: `npm run dashboards -- FILE SERVICE`, the file being one with dashboards.
 * With `--check` it writes nothing and fails when they are not what is rendered.
 */
const [file = 'dist/manifests/mindflow/production/_observability-dashboards.yaml', service] = process.argv
  .slice(2)
  .filter((argument) => argument !== '--check');
const isCheck = process.argv.includes('--check');

const models = dashboardsIn(readFileSync(file, 'utf8'));
const services = [...models.values()].filter(isOfService).map(({ title = '' }) => title);
mkdirSync('docs/dashboards', { recursive: true });
write('platform-overview', 'platform-overview');
write('service', service ? `service-${service}` : mostPanels());

function write(name: string, uid: string): void {
  const model = models.get(uid);
  if (!model) throw new Error(`${file} has no dashboard ${uid}`);
  const values = labelValues(services, isOfService(model) ? aroundOf(model) : undefined);
  const path = `docs/dashboards/${name}.svg`;
  const picture = `${drawDashboard(model, values)}\n`;
  if (!isCheck) writeFileSync(path, picture);
  else if (readFileSync(path, 'utf8') !== picture) {
    console.error(`${path} is stale: run npm run dashboards`);
    process.exitCode = 1;
  }
}

/** Every dashboard of a file of manifests, by uid. */
function dashboardsIn(text: string): ReadonlyMap<string, GrafanaDashboard> {
  const objects = loadAll(text) as readonly ConfigMap[];
  const found = objects.filter(({ metadata }) => metadata?.labels?.['grafana_dashboard'] === '1');
  const read = found
    .flatMap(({ data = {} }) => Object.values(data))
    .map((json) => JSON.parse(json) as GrafanaDashboard);
  return new Map(read.map((model) => [model.uid ?? '', model]));
}

interface ConfigMap {
  readonly metadata?: { readonly labels?: Readonly<Record<string, string>> };
  readonly data?: Readonly<Record<string, string>>;
}

function isOfService({ tags = [] }: GrafanaDashboard): boolean {
  return tags.includes('services');
}

/** Its text says who is around it; whoever comes from outside comes through the gateway. */
function aroundOf({ title = '', panels }: GrafanaDashboard): Around {
  const { content = '' } = (panels.find(({ type }) => type === 'text')?.options ?? {}) as {
    readonly content?: string;
  };
  const namesAfter = (words: string) => {
    const line = content.split('\n').find((one) => one.startsWith(`**${words}**`)) ?? '';
    return [...line.matchAll(/\[([^\]]+)\]/g)].map(([, name = '']) => name);
  };
  const callers = namesAfter('Called by');
  return {
    service: title,
    callers: callers.length > 0 ? callers : ['istio-ingressgateway'],
    called: namesAfter('Calls'),
  };
}

/** The service that shows most. */
function mostPanels(): string {
  const found = [...models.values()].filter(isOfService);
  const [most] = found.sort((a, b) => b.panels.length - a.panels.length);
  return most?.uid ?? '';
}
