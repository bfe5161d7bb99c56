import type { Event } from 'js-yaml/browser';
import { errorAt, type YamlError } from './yaml-error.ts';

/**
 * A value with the number of values in it, itself included, and how many collections lie within one another
 * in it.
 */
export interface Node {
  readonly value: unknown;
  readonly size: number;
  readonly height: number;
}

/** What an alias stands for; without a node while that is a collection whose end has not come yet. */
export interface Anchor {
  node: Node | undefined;
}

/** The value of a document in the making. */
export interface Construction {
  readonly text: string;
  readonly events: readonly Event[];
  /** The event to come. */
  index: number;
  /** Where the latest node begins. */
  offset: number;
  /** How many collections are open. */
  depth: number;
  /** How many values there are so far, those that aliases repeat included. */
  nodes: number;
  readonly anchors: Map<string, Anchor>;
  readonly errors: YamlError[];
}

/** The beginning of a construction. */
export function constructionOf(text: string, events: readonly Event[]): Construction {
  return { text, events, index: 0, offset: 0, depth: 0, nodes: 0, anchors: new Map(), errors: [] };
}

/** Notes what is wrong at `offset` and lets the construction go on, to find what else is wrong. */
export function refuse(state: Construction, offset: number, message: string): void {
  state.errors.push(errorAt(state.text, offset, message));
}
