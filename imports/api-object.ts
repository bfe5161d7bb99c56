import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { ManifestMetadata, ManifestObject } from '../src/model/manifest.ts';

/** What a caller gives for an object of one kind: its metadata and the fields that kind has. */
export type Fields<Props> = { readonly metadata: ManifestMetadata } & Omit<
  Props,
  'apiVersion' | 'kind' | 'metadata' | 'status'
>;

/**
 * An ApiObject whose fields are plain data already.
 * `toJson` hands them out as they were written, keys in that order, without the copying, sorting and token
 * resolution of cdk8s, which cost a fifth of a large run. What is added later through `metadata` or as a JSON
 * patch is respected as in any ApiObject.
 */
export class PlainObject extends ApiObject {
  readonly #manifest: ManifestObject;

  constructor(scope: Construct, manifest: ManifestObject) {
    super(scope, objectId(manifest), manifest);
    this.#manifest = manifest;
  }

  override toJson(): ManifestObject {
    // These fields are private in cdk8s' declarations, and there is no other way to see them without a copy.
    const { patches, metadata } = this as unknown as Internals;
    if (patches.length + metadata.finalizers.length + metadata.ownerReferences.length > 0)
      return super.toJson();
    const { name, namespace } = this.#manifest.metadata;
    const labels = sortedByKey(metadata.labels);
    const annotations = sortedByKey(metadata.annotations);
    return {
      ...this.#manifest,
      metadata: {
        name,
        ...(namespace && { namespace }),
        ...(labels && { labels }),
        ...(annotations && { annotations }),
      },
    };
  }
}

/** Makes the class of one kind. */
export function kind<Props>(apiVersion: string, kindName: string) {
  return class extends PlainObject {
    constructor(scope: Construct, fields: Fields<Props>) {
      super(scope, { apiVersion, kind: kindName, ...fields });
    }
  };
}

type StringMap = Readonly<Record<string, string>>;

interface Internals {
  readonly patches: readonly unknown[];
  readonly metadata: {
    readonly labels: StringMap;
    readonly annotations: StringMap;
    readonly finalizers: readonly string[];
    readonly ownerReferences: readonly unknown[];
  };
}

function objectId({ kind: kindName, metadata }: ManifestObject): string {
  return `${kindName}.${metadata.namespace ?? ''}.${metadata.name}`;
}

/** The map with its keys in order; undefined when it is empty. Returns the map itself where nothing is to be moved. */
function sortedByKey(map: StringMap): StringMap | undefined {
  const keys = Object.keys(map);
  if (keys.length === 0) return undefined;
  const isSorted = keys.every((key, index) => index === 0 || (keys[index - 1] as string) < key);
  return isSorted ? map : Object.fromEntries(keys.sort().map((key) => [key, map[key] as string]));
}
