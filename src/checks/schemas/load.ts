import type { ManifestObject } from '../../model/manifest.ts';
import { crdSchemas } from './crd.ts';
import { CrdError, type CrdFile } from './crd-error.ts';
import { type KindsFile, kindFiles } from './kind-files.ts';
import { customSchema, kindSchema } from './kind-schema.ts';
import names from './kinds/names.json' with { type: 'json' };
import { rulesFor } from './rules-for.ts';
import { kindKey, type Schema, type Schemas } from './schema.ts';
import { type FieldSpan, isWithin, type Scope, scopeOf } from './shape.ts';

/** The file that knows a kind, and the versions of Kubernetes that have it. */
interface KnownKind extends FieldSpan {
  readonly file: string;
}

const KNOWN: ReadonlyMap<string, KnownKind> = new Map(
  Object.entries(names as Readonly<Record<string, Readonly<Record<string, FieldSpan>>>>).flatMap(
    ([file, kinds]) => Object.entries(kinds).map(([key, span]) => [key, { file, ...span }] as const),
  ),
);

/** The newest minor version of Kubernetes whose kinds are known; one that is newer is taken for it. */
export const NEWEST_MINOR = 36;

/** What a kind looks like is learnt as objects are judged, and stays learnt. */
const loaded = new Map<string, Promise<Schema>>();

/**
 * The schemas of the kinds of `objects` in a minor version of Kubernetes, and of the kinds that
 * CustomResourceDefinitions among them define; of every kind that is known when no objects are given. Only what occurs is
 * loaded.
 */
export async function loadSchemas(
  objects?: readonly ManifestObject[],
  kubernetesMinor: number = NEWEST_MINOR,
): Promise<Schemas> {
  const minor = Math.min(kubernetesMinor, NEWEST_MINOR);
  const { names: all, strangers } = namesIn(minor);
  const wanted = objects ? new Set(objects.map(kindKey)) : all;
  const known = [...wanted].filter((key) => all.has(key));
  const schemas = await Promise.all(known.map(async (key) => [key, await schemaOf(key, minor)] as const));
  const rendered = objects?.filter(({ kind }) => kind === CRD) ?? [];
  const found = rendered.length > 0 ? (await crdSchemas([{ file: '', documents: rendered }])).byKind : [];
  return { byKind: new Map([...schemas, ...found]), names: all, strangers };
}

/**
 * The same with the kinds that files of CustomResourceDefinitions define; they overrule what was known of a kind, as
 * they are what the cluster has. Throws a CrdError with every document that defines nothing.
 */
export async function withCrds(schemas: Schemas, files: readonly CrdFile[]): Promise<Schemas> {
  if (files.length === 0) return schemas;
  const { byKind, problems } = await crdSchemas(files);
  if (problems.length > 0) throw new CrdError(problems);
  return {
    ...schemas,
    byKind: new Map([...schemas.byKind, ...byKind]),
    names: new Set([...schemas.names, ...byKind.keys()]),
  };
}

const CRD = 'CustomResourceDefinition';

const namesByMinor = new Map<number, Pick<Schemas, 'names' | 'strangers'>>();

function namesIn(minor: number): Pick<Schemas, 'names' | 'strangers'> {
  const known = namesByMinor.get(minor) ?? namesOf(minor);
  namesByMinor.set(minor, known);
  return known;
}

function namesOf(minor: number): Pick<Schemas, 'names' | 'strangers'> {
  const own = [...KNOWN].filter(([, span]) => isWithin(span, minor));
  const others = [...KNOWN].filter(([, span]) => !isWithin(span, minor));
  return { names: new Set(own.map(([key]) => key)), strangers: new Map(others) };
}

function schemaOf(key: string, minor: number): Promise<Schema> {
  const name = `${minor} ${key}`;
  const known = loaded.get(name) ?? loadKind(key, minor);
  loaded.set(name, known);
  return known;
}

async function loadKind(key: string, minor: number): Promise<Schema> {
  const file = KNOWN.get(key)?.file ?? '';
  const { kinds, scope } = await scopeIn(file, minor);
  const schema = scope.definitions[kinds[key]?.definition ?? ''];
  if (!schema) throw new Error(`${file}.json does not define ${key}`);
  return file === 'kubernetes' ? kindSchema(schema, scope) : customSchema(schema, scope);
}

interface LoadedFile {
  readonly kinds: KindsFile['kinds'];
  readonly scope: Scope;
}

const files = new Map<string, Promise<LoadedFile>>();

function scopeIn(file: string, minor: number): Promise<LoadedFile> {
  const name = `${minor} ${file}`;
  const known = files.get(name) ?? readFile(file, minor);
  files.set(name, known);
  return known;
}

async function readFile(file: string, minor: number): Promise<LoadedFile> {
  const imported = await kindFiles[file]?.();
  if (!imported) throw new Error(`there is no file of kinds ${file}`);
  const { kinds, definitions } = imported.default as KindsFile;
  return { kinds, scope: scopeOf(definitions, minor, await rulesFor(definitions)) };
}
