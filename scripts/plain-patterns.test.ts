import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';

// The build is plain JavaScript, so that nothing has to run before it.
const { plainPatterns } = (await import(new URL('plain-patterns.mjs', import.meta.url).href)) as {
  readonly plainPatterns: Plugin;
};

type Kinds = Readonly<Record<string, { readonly prototype: { readonly validate: () => void } }>>;

const GROUP = 'monitoring.coreos.com';
const MODULES = [`${GROUP}/v1/PrometheusRule`, `${GROUP}/v1alpha1/AlertmanagerConfig`];
let folder = '';
let kinds: Kinds = {};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'charthouse-patterns-'));
  const contents = MODULES.map((path) => `export * from '@kubernetes-models/prometheus-operator/${path}';`);
  const outfile = join(folder, 'kinds.mjs');
  const stdin = { contents: contents.join('\n'), resolveDir: '.' };
  const plugins = [plainPatterns];
  await build({ stdin, outfile, plugins, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' });
  kinds = (await import(pathToFileURL(outfile).href)) as Kinds;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const rule = (partial_response_strategy: string) => ({
  ...{ apiVersion: `${GROUP}/v1`, kind: 'PrometheusRule', metadata: { name: 'slo' } },
  spec: {
    groups: [{ name: 'slo', partial_response_strategy, rules: [{ record: 'one', expr: 'vector(1)' }] }],
  },
});
const config = (field: string, value: unknown) => ({
  ...{ apiVersion: `${GROUP}/v1alpha1`, kind: 'AlertmanagerConfig', metadata: { name: 'alertmanager' } },
  spec: { muteTimeIntervals: [{ name: 'hours', timeIntervals: [{ [field]: [value] }] }] },
});

test.each([
  ['PrometheusRule', rule('Abort')],
  ['PrometheusRule', rule('warn')],
  ['AlertmanagerConfig', config('weekdays', 'Monday:friday')],
  ['AlertmanagerConfig', config('months', 'january:3')],
])('a %s that the cluster takes is accepted in a bundle', (kind, object) => {
  expect(() => kinds[kind]?.prototype.validate.call(object)).not.toThrow();
});

test.each([
  ['PrometheusRule', rule('abortion')],
  ['AlertmanagerConfig', config('weekdays', 'mon')],
  ['AlertmanagerConfig', config('months', 'smarch')],
])('a %s that the cluster refuses is refused', (kind, object) => {
  expect(() => kinds[kind]?.prototype.validate.call(object)).toThrow('pattern');
});
