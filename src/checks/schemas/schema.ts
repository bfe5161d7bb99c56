import type { ManifestObject } from '../../model/manifest.ts';
import type { FieldSpan } from './shape.ts';

/** Something about one object that its kind does not allow. */
export interface Flaw {
  /** Path within the object, as findings have it. */
  readonly field: string;
  /** What was expected and what was found. */
  readonly message: string;
  /** Code that trusts the types of the kind may stumble over it. It may not over unknown fields and unknown words. */
  readonly breaksTypes: boolean;
}

/** What an object of one kind looks like: gives everything about an object that differs. */
export type Schema = (object: ManifestObject) => readonly Flaw[];

/** The schemas that objects of an environment are judged by. */
export interface Schemas {
  /** By `apiVersion kind`. */
  readonly byKind: ReadonlyMap<string, Schema>;
  /** Every `apiVersion kind` there could be a schema of, loaded or not. */
  readonly names: ReadonlySet<string>;
  /** The kinds that only other versions of Kubernetes have. */
  readonly strangers: ReadonlyMap<string, FieldSpan>;
}

/** What schemas are found by: `apps/v1 Deployment`. */
export function kindKey({ apiVersion, kind }: Pick<ManifestObject, 'apiVersion' | 'kind'>): string {
  return `${apiVersion} ${kind}`;
}
