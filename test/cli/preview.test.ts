import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { firstDifference } from '../../src/diff/first-difference.ts';
import type { ManifestObject } from '../../src/model/manifest.ts';
import { helm, objectsIn, runHelm } from '../helm-program.ts';
import { writePreviewedShop } from './previewed-shop.ts';
import { useWorkspace } from './workspace.ts';

const { charthouse, path } = useWorkspace();

beforeEach(() => {
  writePreviewedShop(path('environments'));
  expect(charthouse(['synth', 'shop']).status).toBe(0);
});

/** What Argo CD fills into the template of the generator, for one pull request. */
const PULL_REQUEST = { number: '123', head_short_sha_7: '0012345' };

interface Application {
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly project: string;
    readonly source: { readonly path: string; readonly helm: { readonly parameters: readonly Parameter[] } };
    readonly destination: { readonly namespace: string };
  };
}

interface Parameter {
  readonly name: string;
  readonly value: string;
  readonly forceString: boolean;
}

function delivered(kind: string): readonly ManifestObject[] {
  const text = readFileSync(path('dist/argocd/shop/apps/_previews.yaml'), 'utf8');
  return objectsIn(text).filter((object) => object.kind === kind);
}

/** The Application that the generator makes: as its controller, it refuses what it does not know. */
function generated(): Application {
  const [set] = delivered('ApplicationSet');
  const { template } = (set as ManifestObject)['spec'] as { readonly template: Application };
  const filled = JSON.stringify(template).replace(/\{\{\.(\w+)\}\}/g, (_, name: string) => {
    if (!(name in PULL_REQUEST)) throw new Error(`pull requests have no ${name}`);
    return PULL_REQUEST[name as keyof typeof PULL_REQUEST];
  });
  return JSON.parse(filled);
}

function instance(name: string): Application {
  const found = delivered('Application').find(({ metadata }) => metadata.name === `shop-preview-${name}`);
  return found as unknown as Application;
}

/** What Argo CD renders for an Application of a chart: every parameter is text, as it says. */
async function rendered({ metadata, spec }: Application): Promise<readonly ManifestObject[]> {
  const { source, destination } = spec;
  expect(source.helm.parameters.every(({ forceString }) => forceString)).toBe(true);
  const values = source.helm.parameters.flatMap(({ name, value }) => ['--set-string', `${name}=${value}`]);
  const place = ['--namespace', destination.namespace];
  return objectsIn(await runHelm('template', metadata.name, path(source.path), ...place, ...values));
}

function printed(...args: readonly string[]): readonly ManifestObject[] {
  const run = charthouse(['synth', 'shop', ...args]);
  expect(run.stderr).toContain('namespace shop-');
  expect(run.status).toBe(0);
  return objectsIn(run.stdout);
}

describe.runIf('path' in helm)('what is printed is what Argo CD renders, object by object', () => {
  test('for a pull request, with a commit of digits alone', async () => {
    const expected = printed('--preview', '123', '--tag', '0012345');
    expect(firstDifference(expected, await rendered(generated()))).toBeUndefined();
    expect(expected.length).toBeGreaterThan(30);
    expect(JSON.stringify(expected)).toContain('registry.example/shop/api:0012345');
  });

  test('for a developer, with the images of the environment and with others', async () => {
    expect(firstDifference(printed('--preview', 'alice'), await rendered(instance('alice')))).toBeUndefined();
    const bob = printed('--preview', 'bob');
    expect(firstDifference(bob, await rendered(instance('bob')))).toBeUndefined();
    expect(JSON.stringify(bob)).toContain('registry.example/shop/api:1234567');
  });

  test('and the chart refuses to be installed without a name, without a tag, and with anything else', async () => {
    const chart = path('dist/previews/shop');
    await expect(runHelm('template', 'x', chart)).rejects.toThrow('preview');
    await expect(runHelm('template', 'x', chart, '--set', 'preview=pr-1')).rejects.toThrow('tags');
    const good = ['--set', 'preview=pr-1,tags.api=abc'];
    await expect(runHelm('template', 'x', chart, ...good, '--set', 'tags.orders=abc')).rejects.toThrow();
    await expect(runHelm('lint', '--strict', chart, ...good)).resolves.toContain('0 chart(s) failed');
  });
});

test('a preview is in its namespace, and its project allows what it holds and nothing of the environment', () => {
  const [project] = delivered('AppProject').map(({ spec }) => spec as Project);
  const objects = printed('--preview', '123');
  const outside = objects.filter(({ metadata }) => metadata.namespace !== 'shop-pr-123');
  expect(outside.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual(['Namespace shop-pr-123']);
  // It goes without a person who confirms it.
  expect(outside[0]?.metadata.annotations).not.toHaveProperty('argocd.argoproj.io/sync-options');
  const allowed = new Set(project?.namespaceResourceWhitelist.map(({ group, kind }) => `${group}/${kind}`));
  const missing = objects.map(typeOf).filter((type) => type !== '/Namespace' && !allowed.has(type));
  expect(missing).toEqual([]);
  const globs = project?.destinations.map(({ namespace }) => namespace) ?? [];
  expect(project?.clusterResourceWhitelist.map(({ name }) => name)).toEqual(globs);
  const admits = (namespace: string) =>
    globs.some((glob) => new RegExp(`^${glob.replace('*', '.*')}$`).test(namespace));
  const namespaces = ['shop-pr-123', 'shop-alice', 'shop-bob', 'shop-carol', 'shop', 'shop-monitoring'];
  expect(namespaces.filter(admits)).toEqual(['shop-pr-123', 'shop-alice', 'shop-bob']);
});

interface Project {
  readonly namespaceResourceWhitelist: readonly { readonly group: string; readonly kind: string }[];
  readonly clusterResourceWhitelist: readonly { readonly name: string }[];
  readonly destinations: readonly { readonly namespace: string }[];
}

function typeOf({ apiVersion, kind }: ManifestObject): string {
  return `${apiVersion.includes('/') ? apiVersion.split('/')[0] : ''}/${kind}`;
}

test('the environment lets requests for its previews in, and production knows nothing of them', () => {
  const text = (environment: string, file: string) =>
    readFileSync(path(`dist/manifests/shop/${environment}/${file}.yaml`), 'utf8');
  expect(text('dev', '_ingress')).toContain('- "*/*.previews.dev.shop.example"');
  expect(text('dev', '_ingress')).toContain('- host: "*.previews.dev.shop.example"');
  expect(text('dev', '_ingress')).toContain(
    'certificate/1a2b3c4d,arn:aws:acm:us-east-1:123456789012:certificate/5e6f7a8b',
  );
  expect(text('production', '_mesh') + text('production', '_ingress')).not.toContain('preview');
});

test.each([
  [['--preview', 'alcie'], 'no preview alcie; did you mean alice?'],
  [['--preview', '0'], 'no preview 0; say the number of a pull request, or one of: alice, bob'],
  [['--preview', 'alice', '--tag', 'a b'], 'a b is no image tag'],
  [['--tag', 'abc'], '--tag is for --preview'],
  [['dev', '--preview', '1'], 'previews are of the one environment that the input gives them; leave it out'],
  [['--preview', '1', '--check'], 'cannot be used with option'],
])('%j is refused', (args, message) => {
  const run = charthouse(['synth', 'shop', ...args]);
  expect(run.stderr).toContain(message);
  expect(run.status).toBe(2);
});

test('a platform without previews is told where to write them', () => {
  const run = charthouse(['synth', 'spywatcher', '--preview', '1']);
  expect(run.stderr).toContain(
    'spywatcher has no previews; write previews in the file of one of its environments',
  );
});
