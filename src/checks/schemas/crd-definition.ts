import { isMap } from '../../maps/is-map.ts';
import type { CrdFile } from './crd-error.ts';
import type { JsonSchema } from './json-schema.ts';

/** A CustomResourceDefinition as far as it is used. `problemOf` says whether it is one. */
export interface Definition {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: { readonly name?: string } | null;
  readonly spec?: {
    readonly group?: string;
    readonly names?: { readonly kind?: string } | null;
    readonly versions?: readonly (Version | null)[];
  } | null;
}

interface Version {
  readonly name: string;
  readonly served?: boolean;
  readonly schema?: { readonly openAPIV3Schema?: JsonSchema } | null;
}

/** A definition, or what stands in its place, and where that was found. */
export interface PlacedDefinition {
  readonly file: string;
  /** Number of the YAML document in the file, from 1. */
  readonly document: number;
  readonly definition: Definition;
}

/** What a file holds, lists of definitions unfolded. An empty file holds one definition without anything in it. */
export function definitionsIn({ file, documents }: CrdFile): readonly PlacedDefinition[] {
  const all = documents.length > 0 ? documents : [{}];
  return all.flatMap((document, index) =>
    unfolded(document).map((item) => ({
      file,
      document: index + 1,
      definition: isMap(item) ? (item as Definition) : {},
    })),
  );
}

/** Why it defines no kind; undefined when it does. */
export function problemOf(definition: Definition): string | undefined {
  const { apiVersion, kind, metadata } = definition;
  if (apiVersion !== 'apiextensions.k8s.io/v1' || kind !== 'CustomResourceDefinition') {
    const found = [apiVersion, kind].filter((word) => typeof word === 'string').join(' ');
    return `expected a CustomResourceDefinition of apiextensions.k8s.io/v1, found ${found || 'something else'}`;
  }
  const missing = missingIn(definition);
  return missing && `expected ${missing} in the CustomResourceDefinition ${metadata?.name ?? ''}, found none`;
}

/** The versions of a definition that has no problem. Those that are not served count for nothing. */
export function servedVersions({ spec }: Definition): readonly { key: string; schema: JsonSchema }[] {
  const versions = (spec?.versions ?? []).filter((version) => version !== null);
  return versions
    .filter(({ served }) => served !== false)
    .map(({ name, schema }) => ({
      key: `${spec?.group}/${name} ${spec?.names?.kind}`,
      schema: schema?.openAPIV3Schema ?? {},
    }));
}

function unfolded(document: unknown): readonly unknown[] {
  if (!isMap(document)) return [document];
  const { kind, items } = document as { readonly kind?: unknown; readonly items?: unknown };
  const isList = kind === 'List' || kind === 'CustomResourceDefinitionList';
  return isList && Array.isArray(items) ? items : [document];
}

function missingIn({ spec }: Definition): string | undefined {
  if (!spec?.group) return 'spec.group';
  if (!spec.names?.kind) return 'spec.names.kind';
  if (!Array.isArray(spec.versions)) return 'spec.versions';
  const bare = spec.versions.findIndex((version) => !isMap(version?.schema?.openAPIV3Schema));
  return bare < 0 ? undefined : `spec.versions[${bare}].schema.openAPIV3Schema`;
}
