import type { ManifestObject } from '../../model/manifest.ts';
import { CrdError, type CrdFile } from './crd-error.ts';
import { kubernetesKinds } from './kubernetes-kinds.ts';
import { type KindModel, modelSchema } from './model-schema.ts';
import { networkKinds } from './network-kinds.ts';
import { newerFields } from './newer-fields.ts';
import { operatorKinds } from './operator-kinds.ts';
import { type KindImports, kindKey, type Schema, type Schemas } from './schema.ts';
import { writtenKinds } from './written-kinds.ts';

const IMPORTS: KindImports = { ...kubernetesKinds, ...networkKinds, ...operatorKinds };
const NAMES: ReadonlySet<string> = new Set([...Object.keys(IMPORTS), ...Object.keys(writtenKinds)]);

/** What a kind looks like is learnt as objects are judged, and stays learnt. */
const loaded = new Map<string, Promise<Schema>>();

/**
 * The schemas of the kinds of `objects`, and of the kinds that CustomResourceDefinitions among them define; of every
 * kind there is a package for when no objects are given. Validators take time to load, so only what occurs is loaded.
 */
export async function loadSchemas(objects?: readonly ManifestObject[]): Promise<Schemas> {
  const wanted = objects ? new Set(objects.map(kindKey)) : NAMES;
  const known = [...wanted].filter((key) => NAMES.has(key));
  const schemas = await Promise.all(known.map(async (key) => [key, await schemaOf(key)] as const));
  const rendered = objects?.filter(({ kind }) => kind === CRD) ?? [];
  const found = rendered.length > 0 ? (await readCrds([{ file: '', documents: rendered }])).byKind : [];
  return { byKind: new Map([...schemas, ...found]), names: NAMES };
}

/**
 * The same with the kinds that files of CustomResourceDefinitions define; they overrule what was known of a kind, as
 * they are what the cluster has. Throws a CrdError with every document that defines nothing.
 */
export async function withCrds(schemas: Schemas, files: readonly CrdFile[]): Promise<Schemas> {
  if (files.length === 0) return schemas;
  const { byKind, problems } = await readCrds(files);
  if (problems.length > 0) throw new CrdError(problems);
  return {
    byKind: new Map([...schemas.byKind, ...byKind]),
    names: new Set([...schemas.names, ...byKind.keys()]),
  };
}

const CRD = 'CustomResourceDefinition';

function schemaOf(key: string): Promise<Schema> {
  const known = loaded.get(key) ?? loadKind(key);
  loaded.set(key, known);
  return known;
}

async function loadKind(key: string): Promise<Schema> {
  const written = writtenKinds[key];
  if (written) return (await import('./crd.ts')).writtenSchema(written);
  const exported = (await IMPORTS[key]?.()) as Readonly<Record<string, KindModel>>;
  const model = exported[key.slice(key.indexOf(' ') + 1)];
  if (!model) throw new Error(`the module of ${key} does not export its class`);
  return modelSchema(model, newerFields[key]);
}

/** The compiler of schemas is larger than all the rest: only who has definitions loads it. */
async function readCrds(files: readonly CrdFile[]) {
  const { crdSchemas } = await import('./crd.ts');
  return crdSchemas(files);
}
