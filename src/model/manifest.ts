/** Plain JSON-like data: what a manifest is made of. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Metadata of an API object. Cluster-scoped objects have no namespace. */
export interface ManifestMetadata {
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** One API object as plain data, keys in the order they are written. */
export interface ManifestObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ManifestMetadata;
  readonly [field: string]: unknown;
}

/** One rendered object and the file it belongs to (a name without folder and extension: `web`, `network`). */
export interface Manifest {
  readonly file: string;
  readonly object: ManifestObject;
}

/** Text files by path relative to the folder they are written to, `/` between segments. */
export type FileTree = ReadonlyMap<string, string>;
