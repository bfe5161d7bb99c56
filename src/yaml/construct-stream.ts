import type { Event } from 'js-yaml/browser';
import { documentNode } from './construct.ts';
import { constructionOf } from './construction.ts';
import type { Node } from './node.ts';
import type { YamlError } from './yaml-error.ts';

/** The documents of a text, empty ones left out, and everything in their content that is refused. */
export interface ConstructedStream {
  readonly roots: readonly Node[];
  readonly errors: readonly YamlError[];
}

/** As `construct`, for a text of any number of documents: an anchor is known, and what it repeats counts, within one. */
export function constructStream(text: string, events: readonly Event[]): ConstructedStream {
  const state = constructionOf(text, events);
  const roots: Node[] = [];
  while (state.index < events.length) {
    state.anchors.clear();
    state.nodes = 0;
    const root = documentNode(state);
    if (root !== undefined) roots.push(root);
  }
  return { roots, errors: state.errors };
}
