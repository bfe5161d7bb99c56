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

/** One API object and the file it belongs to (a name without folder and extension: `web`, `network`). */
export interface FiledObject {
  readonly file: string;
  readonly object: ManifestObject;
}

/** What of the charts made an object, and for whom. Objects of one making share theirs. */
export interface Origin {
  /** The concern, by its name in the registry of `charts/`. */
  readonly concern: string;
  /** What the input turns on by itself: `observability.tracing`, `namespaces.nodeAgents`, `release`; undefined without such a word. */
  readonly part: string | undefined;
  /** The service it is of; undefined for what is of the environment. */
  readonly service: string | undefined;
  /** The variant beside the service's stable version that it is of. */
  readonly variant: string | undefined;
}

/** One rendered object: where it is written, and where it comes from. */
export interface Manifest extends FiledObject {
  readonly origin: Origin;
}

/** Text files by path relative to the folder they are written to, `/` between segments. */
export type FileTree = ReadonlyMap<string, string>;

/** The same as pairs, which may be made as they are read: once, and one after the other. */
export type Files = Iterable<readonly [path: string, text: string]>;
