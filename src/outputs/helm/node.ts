import type { Json } from '../../model/manifest.ts';
import type { Part } from './decompose.ts';
import type { Site } from './site.ts';
import type { ValuePath, Vector } from './value-path.ts';

/** What is the same in every environment. */
export interface LiteralNode {
  readonly type: 'literal';
  readonly value: Json;
}

/** A field of a template. What differs says where its value comes from, or that it is still to get one. */
export type Node =
  | LiteralNode
  /** A text put together from facts. */
  | { readonly type: 'text'; readonly parts: readonly Part[] }
  /** A fact as it is. */
  | { readonly type: 'fact'; readonly path: ValuePath; readonly vector: Vector }
  /** The first digits of an image's digest. */
  | { readonly type: 'digest'; readonly path: ValuePath }
  /** What weights leave of 100. */
  | { readonly type: 'rest'; readonly paths: readonly ValuePath[] }
  /** One text where a test holds, another where it does not. */
  | { readonly type: 'choice'; readonly test: Test; readonly yes: string; readonly no: string }
  /** A sum over the services of the environment, by a named template. */
  | { readonly type: 'quota'; readonly amount: string }
  /** Checksum of a named template's configuration. */
  | { readonly type: 'checksum'; readonly config: string }
  /** What a named template prints. */
  | { readonly type: 'include'; readonly config: string }
  /** Anything else that differs; the writer claims a value for it. */
  | { readonly type: 'value'; readonly site: Site; readonly vector: Vector }
  /** Items `ipBlock: {cidr: ...}` for each entry of a list of ranges. */
  | {
      readonly type: 'ranges';
      readonly site: Site;
      readonly path: ValuePath | undefined;
      readonly vector: Vector;
    }
  /** `orEmpty`: when the map has any entry at all, where it has none in some environments. */
  | { readonly type: 'map'; readonly entries: readonly Entry[]; readonly orEmpty: When | undefined }
  | { readonly type: 'list'; readonly items: readonly Item[] };

/** An entry of a map; without `when` every environment has it. */
export interface Entry extends Item {
  readonly key: string;
}

/** An item of a list. */
export interface Item {
  readonly node: Node;
  readonly when: When | undefined;
}

/** When something is there: the environments that have it, and the condition that says so where one is known. */
export interface When {
  readonly site: Site;
  readonly isIn: readonly boolean[];
  readonly known: Condition | undefined;
}

/** Tests of values that must all hold. */
export type Condition = readonly Test[];

/** One test: a value is true, is a number or more, two numbers differ, or two numbers are one. */
export type Test =
  | { readonly test: 'enabled'; readonly path: ValuePath }
  | { readonly test: 'atLeast'; readonly path: ValuePath; readonly number: number }
  | { readonly test: 'differ' | 'equal'; readonly paths: readonly [ValuePath, ValuePath] };

/** Whether no part of the node waits for a value of its own. */
export function isSettled(node: Node): boolean {
  if (node.type === 'value') return false;
  if (node.type === 'map') return node.orEmpty === undefined && node.entries.every(isSettledItem);
  if (node.type === 'list') return node.items.every(isSettledItem);
  return node.type !== 'ranges' || node.path !== undefined;
}

function isSettledItem({ node, when }: Item): boolean {
  return (when === undefined || when.known !== undefined) && isSettled(node);
}
