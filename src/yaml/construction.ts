import type { Event } from 'js-yaml/browser';
import type { Node, NodeChildren } from './node.ts';
import { errorAt, type YamlError } from './yaml-error.ts';

/** A node whose key comes to be known after it. */
export interface OpenNode extends Node {
  start: number;
  keyStart: number;
  keyEnd: number;
}

/** What an alias stands for, with the number of values in it, itself included, and how deep collections nest in it. */
export interface Anchor {
  /** Undefined while it is a collection whose end has not come yet. */
  node: Node | undefined;
  size: number;
  height: number;
}

/** The value of a document in the making. */
export interface Construction {
  readonly text: string;
  readonly events: readonly Event[];
  /** The event to come. */
  index: number;
  /** Where the latest node begins, its tag and anchor included. */
  offset: number;
  /** Behind the latest thing that was read. */
  end: number;
  /** How many collections are open. */
  depth: number;
  /** How many were open at once, within the anchors that are open. */
  deepest: number;
  /** How many values there are so far, those that aliases repeat included. */
  nodes: number;
  readonly anchors: Map<string, Anchor>;
  readonly errors: YamlError[];
}

/** The beginning of a construction. */
export function constructionOf(text: string, events: readonly Event[]): Construction {
  const counts = { index: 0, offset: 0, end: 0, depth: 0, deepest: 0, nodes: 0 };
  return { text, events, ...counts, anchors: new Map(), errors: [] };
}

/** A node that stands for its own key until it has one. */
export function nodeAt(value: unknown, start: number, end: number, children?: NodeChildren): OpenNode {
  return { value, start, end, keyStart: start, keyEnd: end, children };
}

/** Notes what is wrong at `offset` and lets the construction go on, to find what else is wrong. */
export function refuse(state: Construction, offset: number, message: string): void {
  state.errors.push(errorAt(state.text, offset, message));
}
