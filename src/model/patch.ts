import type { InputPlace } from './finding.ts';
import type { Json } from './manifest.ts';

/** A change of one rendered object that no word of the input can make. */
export interface Patch {
  /** What the input calls it. */
  readonly name: string;
  readonly target: {
    readonly kind: string;
    readonly name: string;
    /** Undefined means: whatever the namespace is; two objects must not be meant. */
    readonly namespace: string | undefined;
  };
  readonly change: PatchChange;
  readonly reason: string;
  readonly owner: string | undefined;
  /** Where the input has it. */
  readonly place: InputPlace;
}

/** Fields that are merged into an object, or operations one after the other (RFC 6902). */
export type PatchChange =
  | { readonly type: 'merge'; readonly fields: { readonly [key: string]: Json } }
  | { readonly type: 'operations'; readonly operations: readonly PatchOperation[] };

/** An operation of JSON Patch; what it takes no part in is undefined. */
export interface PatchOperation {
  readonly op: 'add' | 'remove' | 'replace' | 'move' | 'copy' | 'test';
  readonly path: string;
  readonly from?: string | undefined;
  readonly value?: unknown;
}
