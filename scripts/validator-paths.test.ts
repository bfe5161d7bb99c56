import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

// The build is plain JavaScript, so that nothing has to run before it.
interface Rewriting {
  readonly validatorPaths: Plugin;
  readonly pathsOnError: (source: string, file: string) => string;
}
const rewriting = new URL('validator-paths.mjs', import.meta.url).href;
const { pathsOnError, validatorPaths } = (await import(rewriting)) as Rewriting;

type Models = Readonly<Record<string, { readonly prototype: { readonly validate: () => void } }>>;

const KINDS: Readonly<Record<string, string>> = {
  Deployment: 'apps/v1/Deployment',
  NetworkPolicy: 'networking.k8s.io/v1/NetworkPolicy',
  CustomResourceDefinition: 'apiextensions.k8s.io/v1/CustomResourceDefinition',
};

const LABELS = { 'app.kubernetes.io/name': 'web' };
const PROBE = { httpGet: { path: '/', port: 'http' }, periodSeconds: 5 };
const WEB = {
  name: 'web',
  image: 'web:1',
  ports: [{ name: 'http', containerPort: 8080 }],
  resources: { requests: { cpu: '100m' } },
  livenessProbe: PROBE,
};
const METADATA = { name: 'web', labels: LABELS };
const SPEC = { containers: [WEB], volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '1Gi' } }] };
const PEER = { podSelector: { matchLabels: LABELS } };
const PROPERTIES = { spec: { type: 'object', allOf: [{ required: ['size'] }], enum: ['a'] } };
const NAMES = { kind: 'Shop', plural: 'shops' };
const SCHEMA = { openAPIV3Schema: { type: 'object', properties: PROPERTIES } };
const VERSION = { name: 'v1', served: true, storage: true, schema: SCHEMA };
const OBJECTS: Readonly<Record<string, object>> = {
  Deployment: {
    ...{ apiVersion: 'apps/v1', kind: 'Deployment', metadata: METADATA },
    spec: { replicas: 2, selector: { matchLabels: LABELS }, template: { metadata: METADATA, spec: SPEC } },
  },
  NetworkPolicy: {
    ...{ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: METADATA },
    spec: {
      ...PEER,
      ingress: [{ from: [PEER, { ipBlock: { cidr: '10.0.0.0/8' } }], ports: [{ port: 80 }] }],
    },
  },
  CustomResourceDefinition: {
    ...{ apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition', metadata: METADATA },
    spec: { group: 'shop.example', scope: 'Namespaced', names: NAMES, versions: [VERSION] },
  },
};

describe('validators that put paths together on errors only', () => {
  let folder = '';
  let original: Models = {};
  let rewritten: Models = {};

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'charthouse-validators-'));
    original = await bundled(join(folder, 'original.mjs'), []);
    rewritten = await bundled(join(folder, 'rewritten.mjs'), [validatorPaths]);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each(Object.keys(KINDS))('tell the same errors of a broken %s', (kind) => {
    let broken = 0;
    for (const object of brokenOnes(OBJECTS[kind])) {
      const errors = errorsOf(original, kind, object) as readonly unknown[];
      expect(errorsOf(rewritten, kind, object)).toEqual(errors);
      if (errors.length > 0) broken += 1;
    }
    expect(broken).toBeGreaterThan(50);
  });

  test('are made of every validator of the packages', () => {
    const modules = readdirSync('node_modules', { recursive: true, encoding: 'utf8' }).filter((path) =>
      /^@?kubernetes-models[\\/].*[\\/]?_schemas[\\/][^\\/]+\.js$/.test(path),
    );
    for (const path of modules) {
      const file = join('node_modules', path);
      expect(() => pathsOnError(readFileSync(file, 'utf8'), file)).not.toThrow();
    }
    expect(modules.length).toBeGreaterThan(2000);
  });
});

async function bundled(outfile: string, plugins: Plugin[]): Promise<Models> {
  const contents = Object.values(KINDS).map((path) => `export * from 'kubernetes-models/${path}';`);
  const stdin = { contents: contents.join('\n'), resolveDir: '.' };
  await build({ stdin, outfile, plugins, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' });
  return (await import(pathToFileURL(outfile).href)) as Models;
}

function errorsOf(models: Models, kind: string, object: unknown): unknown {
  try {
    models[kind]?.prototype.validate.call(object);
    return [];
  } catch (error) {
    return (error as { readonly errors?: unknown }).errors;
  }
}

const HOSTILE = [null, 'text/with~signs', -1.5, true, [], {}, [null], { 'a/b~c': 1 }];

/** The object with each of its values replaced by each hostile one, one at a time. */
function* brokenOnes(value: unknown): Generator<unknown> {
  yield* HOSTILE;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    for (const broken of brokenOnes(inner)) {
      if (Array.isArray(value)) yield value.with(Number(key), broken);
      else yield { ...value, [key]: broken, [`${key}/~`]: broken };
    }
  }
}
