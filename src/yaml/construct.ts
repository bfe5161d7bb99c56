import {
  type AliasEvent,
  EVENT_ID,
  type Event,
  getScalarValue,
  type MappingEvent,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml/browser';
import { type Anchor, type Construction, constructionOf, type Node, refuse } from './construction.ts';
import { anchorOf, isUnwritten, startOf, type TaggableEvent, tagOf } from './event-source.ts';
import { MAX_DEPTH, MAX_NODES } from './limits.ts';
import { mapKey } from './map-key.ts';
import { resolveScalar } from './resolve-scalar.ts';
import type { YamlError } from './yaml-error.ts';

/** The value of a document, undefined for an empty one, and everything in its content that is refused. */
export interface Constructed {
  readonly value: unknown;
  readonly errors: readonly YamlError[];
}

/**
 * Builds the value that js-yaml's events for `text` describe. Unlike js-yaml's own constructor it refuses
 * what Charthouse does not want in a file (see readYaml), says where, and goes on. It recurses as deep as the
 * parser let collections nest.
 */
export function construct(text: string, events: readonly Event[]): Constructed {
  const state = constructionOf(text, events);
  const value = documentValue(state);
  if (state.index < events.length) refuseSecondDocument(state);
  return { value, errors: state.errors };
}

function documentValue(state: Construction): unknown {
  const start = state.events[state.index++];
  if (start?.type !== EVENT_ID.DOCUMENT) return undefined;
  if (start.directives.some(({ kind }) => kind === 'tag')) {
    refuse(state, state.text.search(/^%TAG/m), '%TAG declares custom tags, which are not supported');
  }
  const root = state.events[state.index];
  const isEmpty = root?.type === EVENT_ID.SCALAR && isUnwritten(root);
  const { value } = nextNode(state);
  state.index += 1;
  return isEmpty ? undefined : value;
}

function nextNode(state: Construction): Node {
  const event = state.events[state.index++];
  switch (event?.type) {
    case EVENT_ID.SCALAR:
      return scalarNode(state, event);
    case EVENT_ID.ALIAS:
      return aliasNode(state, event);
    case EVENT_ID.SEQUENCE:
      return collectionNode(state, event, '!!seq', listNode);
    case EVENT_ID.MAPPING:
      return collectionNode(state, event, '!!map', mapNode);
    default:
      throw new Error('the events of a YAML text end within a node');
  }
}

function scalarNode(state: Construction, event: ScalarEvent): Node {
  enter(state, event);
  const source = getScalarValue(state.text, event);
  const tag = tagOf(state.text, event);
  const value = resolveScalar(source, tag, event.style === SCALAR_STYLE.PLAIN);
  if (value === undefined) refuseScalar(state, tag, source);
  const node = { value, size: 1, height: 0 };
  const anchor = openAnchor(state, event);
  if (anchor !== undefined) anchor.node = node;
  return node;
}

function aliasNode(state: Construction, event: AliasEvent): Node {
  state.offset = startOf(event, state.offset);
  const name = state.text.slice(event.anchorStart, event.anchorEnd);
  const anchor = state.anchors.get(name);
  const problem = aliasProblem(state, name, anchor);
  if (problem !== undefined) refuse(state, state.offset, problem);
  if (problem !== undefined || anchor?.node === undefined) return { value: null, size: 1, height: 0 };
  state.nodes += anchor.node.size;
  return anchor.node;
}

function aliasProblem(state: Construction, name: string, anchor: Anchor | undefined): string | undefined {
  if (anchor === undefined) {
    return `*${name} stands for nothing: no &${name} comes before it; quote text that begins with *`;
  }
  const { node } = anchor;
  if (node === undefined) return `*${name} lies within the value it stands for`;
  if (state.nodes + node.size > MAX_NODES) {
    return `*${name} repeats too much: with it, aliases make more than ${MAX_NODES} values`;
  }
  return state.depth + node.height > MAX_DEPTH
    ? `*${name} nests values more than ${MAX_DEPTH} deep`
    : undefined;
}

function collectionNode(
  state: Construction,
  event: SequenceEvent | MappingEvent,
  standardTag: string,
  contentOf: (state: Construction) => Node,
): Node {
  enter(state, event);
  const tag = tagOf(state.text, event);
  if (tag !== '' && tag !== '!' && tag !== standardTag) refuse(state, state.offset, unsupported(tag));
  const anchor = openAnchor(state, event);
  state.depth += 1;
  const node = contentOf(state);
  state.depth -= 1;
  state.index += 1;
  if (anchor !== undefined) anchor.node = node;
  return node;
}

function listNode(state: Construction): Node {
  const value: unknown[] = [];
  let size = 1;
  let height = 0;
  while (state.events[state.index]?.type !== EVENT_ID.POP) {
    const item = nextNode(state);
    value.push(item.value);
    size += item.size;
    height = Math.max(height, item.height);
  }
  return { value, size, height: height + 1 };
}

function mapNode(state: Construction): Node {
  const value: Record<string, unknown> = {};
  const starts = new Map<string, number>();
  let size = 1;
  let height = 0;
  while (state.events[state.index]?.type !== EVENT_ID.POP) {
    const event = state.events[state.index];
    const offset = state.offset;
    const key = mapKey(state, event, offset, nextNode(state).value, starts);
    const child = nextNode(state);
    if (key !== undefined) setEntry(value, key, child.value);
    size += child.size;
    height = Math.max(height, child.height);
  }
  return { value, size, height: height + 1 };
}

function setEntry(map: Record<string, unknown>, key: string, value: unknown): void {
  if (key !== '__proto__') map[key] = value;
  else Object.defineProperty(map, key, { value, enumerable: true, configurable: true, writable: true });
}

function enter(state: Construction, event: TaggableEvent): void {
  state.offset = startOf(event, state.offset);
  state.nodes += 1;
}

/** A name that is given again stands for the node that begins last. */
function openAnchor(state: Construction, event: TaggableEvent): Anchor | undefined {
  const name = anchorOf(state.text, event);
  if (name === '') return undefined;
  const anchor: Anchor = { node: undefined };
  state.anchors.set(name, anchor);
  return anchor;
}

function refuseScalar(state: Construction, tag: string, source: string): void {
  const tooLarge = `${source} is too large for a number: write it in quotes if it is text`;
  refuse(state, state.offset, tag === '' ? tooLarge : unsupported(tag));
}

function unsupported(tag: string): string {
  return `the tag ${tag} is not supported here: leave it out, and quote the value if it is text`;
}

/** The parser goes on after a document's end only at a marker line, or with content after `...`. */
function refuseSecondDocument(state: Construction): void {
  const marker = /^(?:---|\.\.\.)(?=\s|$)/gm;
  marker.lastIndex = state.offset + 1;
  const offset = marker.exec(state.text)?.index ?? state.offset;
  refuse(state, offset, 'a second document begins here; a file holds one');
}
