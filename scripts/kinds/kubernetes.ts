import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonSchema } from '../../src/checks/schemas/json-schema.ts';
import { moduleFolder } from '../prove/go/module-files.ts';
import type { KindsFile } from './kinds-file.ts';
import { merged } from './merged.ts';
import { KUBERNETES } from './sources.ts';
import { shortName, trimmed } from './trimmed.ts';
import { wordsOfFields } from './words.ts';

/** What a minor version of Kubernetes has: definitions by name, and those of kinds by `apiVersion kind`. */
export interface MinorApi {
  readonly minor: number;
  readonly definitions: ReadonlyMap<string, JsonSchema>;
  readonly kinds: ReadonlyMap<string, string>;
}

/** The kinds that clusters have by themselves, of all minor versions together. */
export function kubernetesKinds(): KindsFile {
  const apis = KUBERNETES.map(({ minor, ...source }) => minorApi(minor, moduleFolder(source)));
  const source = KUBERNETES.map(({ module, version, sum }) => `${module} ${version} ${sum}`);
  return { source: [...source, 'api/openapi-spec/swagger.json (Apache-2.0)'], ...merged(apis) };
}

interface Swagger {
  readonly definitions: Readonly<Record<string, JsonSchema>>;
}

interface GroupVersionKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

function minorApi(minor: number, folder: string): MinorApi {
  const swagger = JSON.parse(readFileSync(join(folder, 'api/openapi-spec/swagger.json'), 'utf8')) as Swagger;
  const words = wordsOfFields(
    readFileSync(join(folder, 'pkg/generated/openapi/zz_generated.openapi.go'), 'utf8'),
  );
  const definitions = new Map<string, JsonSchema>();
  const kinds = new Map<string, string>();
  for (const [longName, schema] of Object.entries(swagger.definitions)) {
    const name = shortName(longName);
    definitions.set(name, withWords(name, SPECIAL[name] ?? trimmed(schema), words));
    for (const key of kindKeys(schema)) kinds.set(key, name);
  }
  return { minor, definitions, kinds };
}

/** What the dialect of Kubernetes' own definitions says in prose alone. */
const SPECIAL: Readonly<Record<string, JsonSchema>> = {
  'resource.Quantity': { type: ['string', 'number'], format: 'quantity' },
  'intstr.IntOrString': { 'x-kubernetes-int-or-string': true },
  'runtime.RawExtension': { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
  'meta.v1.FieldsV1': { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
  'apiextensions.v1.CustomResourceSubresourceStatus': { type: 'object' },
};

/** The kinds that are stored, of versions that API servers serve unasked. */
function kindKeys(schema: JsonSchema): readonly string[] {
  const properties = schema['properties'] as Readonly<Record<string, JsonSchema>> | undefined;
  const isStored = String(properties?.['metadata']?.['$ref']).endsWith('.ObjectMeta');
  const all = (schema['x-kubernetes-group-version-kind'] ?? []) as readonly GroupVersionKind[];
  return all
    .filter(({ group, version, kind }) => isStored && isServed(group, version) && !NOT_APPLIED.test(kind))
    .map(({ group, version, kind }) => `${group === '' ? '' : `${group}/`}${version} ${kind}`);
}

/** Requests, and what controllers alone write. */
const NOT_APPLIED = /Review$|^(?:Binding|Eviction|Event|Scale|TokenRequest|ComponentStatus)$/;

function isServed(group: string, version: string): boolean {
  return /^v\d+$/.test(version) || (group === 'flowcontrol.apiserver.k8s.io' && version === 'v1beta3');
}

function withWords(
  name: string,
  schema: JsonSchema,
  words: ReadonlyMap<string, readonly string[]>,
): JsonSchema {
  const properties = schema['properties'] as Readonly<Record<string, JsonSchema>> | undefined;
  if (!properties) return schema;
  const worded = Object.entries(properties).map(([field, property]) => {
    const own = words.get(`${name} ${field}`);
    const ofItems = words.get(`${name} ${field}[]`);
    if (own) return [field, { ...property, enum: own }];
    const items = property['items'] as JsonSchema | undefined;
    return [field, ofItems && items ? { ...property, items: { ...items, enum: ofItems } } : property];
  });
  return { ...schema, properties: Object.fromEntries(worded) };
}
