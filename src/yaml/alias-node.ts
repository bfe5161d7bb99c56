import type { AliasEvent } from 'js-yaml/browser';
import { type Anchor, type Construction, nodeAt, type OpenNode, refuse } from './construction.ts';
import { startOf } from './event-source.ts';
import { MAX_DEPTH, MAX_NODES } from './limits.ts';

/** What an alias repeats, at the place of the alias. Notes why where it cannot, and is null then. */
export function aliasNode(state: Construction, event: AliasEvent): OpenNode {
  state.offset = startOf(event, state.offset);
  state.end = event.anchorEnd;
  const name = state.text.slice(event.anchorStart, event.anchorEnd);
  const anchor = state.anchors.get(name);
  const problem = aliasProblem(state, name, anchor);
  if (problem !== undefined) refuse(state, state.offset, problem);
  if (problem !== undefined || anchor?.node === undefined) return nodeAt(null, state.offset, state.end);
  state.nodes += anchor.size;
  state.deepest = Math.max(state.deepest, state.depth + anchor.height);
  return nodeAt(anchor.node.value, state.offset, state.end, anchor.node.children);
}

function aliasProblem(state: Construction, name: string, anchor: Anchor | undefined): string | undefined {
  if (anchor === undefined) {
    return `*${name} stands for nothing: no &${name} comes before it; quote text that begins with *`;
  }
  if (anchor.node === undefined) return `*${name} lies within the value it stands for`;
  if (state.nodes + anchor.size > MAX_NODES) {
    return `*${name} repeats too much: with it, aliases make more than ${MAX_NODES} values`;
  }
  return state.depth + anchor.height > MAX_DEPTH
    ? `*${name} nests values more than ${MAX_DEPTH} deep`
    : undefined;
}
