import {
  COLLECTION_STYLE,
  EVENT_ID,
  type Event,
  getScalarValue,
  type MappingEvent,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml/browser';
import { aliasNode } from './alias-node.ts';
import {
  type Anchor,
  type Construction,
  constructionOf,
  nodeAt,
  type OpenNode,
  refuse,
} from './construction.ts';
import { anchorOf, isUnwritten, startOf, type TaggableEvent, tagOf } from './event-source.ts';
import { mapKey } from './map-key.ts';
import type { Node, NodeChildren } from './node.ts';
import { resolveScalar } from './resolve-scalar.ts';
import { closingBracket, scalarEnd, scalarStart } from './scalar-place.ts';
import type { YamlError } from './yaml-error.ts';

/** A document, undefined for an empty one, and everything in its content that is refused. */
export interface Constructed {
  readonly root: Node | undefined;
  readonly errors: readonly YamlError[];
}

/**
 * Builds the value that js-yaml's events for `text` describe, and notes where everything stands. Unlike js-yaml's own
 * constructor it refuses what Charthouse does not want in a file (see readYaml), says where, and goes on. It recurses
 * as deep as the parser let collections nest.
 */
export function construct(text: string, events: readonly Event[]): Constructed {
  const state = constructionOf(text, events);
  const root = documentNode(state);
  if (state.index < events.length) refuseSecondDocument(state);
  return { root, errors: state.errors };
}

/** The next document of a text; undefined for an empty one. */
export function documentNode(state: Construction): Node | undefined {
  const start = state.events[state.index++];
  if (start?.type !== EVENT_ID.DOCUMENT) return undefined;
  if (start.directives.some(({ kind }) => kind === 'tag')) {
    refuse(state, state.text.search(/^%TAG/m), '%TAG declares custom tags, which are not supported');
  }
  const root = state.events[state.index];
  const isEmpty = root?.type === EVENT_ID.SCALAR && isUnwritten(root);
  const node = nextNode(state);
  state.index += 1;
  return isEmpty ? undefined : node;
}

function nextNode(state: Construction): OpenNode {
  const event = state.events[state.index++];
  switch (event?.type) {
    case EVENT_ID.SCALAR:
      return scalarNode(state, event);
    case EVENT_ID.ALIAS:
      return aliasNode(state, event);
    case EVENT_ID.SEQUENCE:
      return collectionNode(state, event, '!!seq');
    case EVENT_ID.MAPPING:
      return collectionNode(state, event, '!!map');
    default:
      throw new Error('the events of a YAML text end within a node');
  }
}

function scalarNode(state: Construction, event: ScalarEvent): OpenNode {
  enter(state, event);
  const source = getScalarValue(state.text, event);
  const tag = tagOf(state.text, event);
  const value = resolveScalar(source, tag, event.style === SCALAR_STYLE.PLAIN);
  if (value === undefined) refuseScalar(state, tag, source);
  const start = scalarStart(state, event);
  state.end = scalarEnd(event, start);
  const node = nodeAt(value, start, state.end);
  const anchor = openAnchor(state, event);
  if (anchor !== undefined) anchor.node = node;
  return node;
}

function collectionNode(
  state: Construction,
  event: SequenceEvent | MappingEvent,
  standardTag: string,
): OpenNode {
  enter(state, event);
  const tag = tagOf(state.text, event);
  if (tag !== '' && tag !== '!' && tag !== standardTag) refuse(state, state.offset, unsupported(tag));
  const anchor = openAnchor(state, event);
  const { nodes, deepest } = state;
  const isBracketed =
    event.style === COLLECTION_STYLE.FLOW && state.text[event.start] === BRACKETS[event.type];
  state.end = event.start + (isBracketed ? 1 : 0);
  state.depth += 1;
  state.deepest = state.depth;
  const { value, children } = event.type === EVENT_ID.MAPPING ? mapContent(state) : listContent(state);
  state.depth -= 1;
  state.index += 1;
  if (isBracketed) state.end = closingBracket(state.text, state.end);
  const node = nodeAt(value, event.start, state.end, children);
  if (anchor !== undefined) {
    Object.assign(anchor, { node, size: state.nodes - nodes + 1, height: state.deepest - state.depth });
  }
  state.deepest = Math.max(state.deepest, deepest);
  return node;
}

/** Not so a pair alone in a list, which is a map too: `[a: b]`. */
const BRACKETS = { [EVENT_ID.SEQUENCE]: '[', [EVENT_ID.MAPPING]: '{' } as const;

/** A value in the making, and the nodes in it. */
interface Content {
  readonly value: unknown;
  readonly children: NodeChildren;
}

function listContent(state: Construction): Content {
  const value: unknown[] = [];
  const children: Node[] = [];
  while (state.events[state.index]?.type !== EVENT_ID.POP) {
    const item = nextNode(state);
    value.push(item.value);
    children.push(item);
  }
  return { value, children };
}

function mapContent(state: Construction): Content {
  const value: Record<string, unknown> = {};
  const children: Record<string, Node> = {};
  while (state.events[state.index]?.type !== EVENT_ID.POP) {
    const event = state.events[state.index];
    const before = state.offset;
    const { value: name, start, end } = nextNode(state);
    const key = mapKey(state, event, before, name, children);
    const child = nextNode(state);
    if (key === undefined) continue;
    placeKey(child, start, end);
    setEntry(value, key, child.value);
    setEntry(children, key, child);
  }
  return { value, children };
}

/** A key that no colon follows, as in `{ a }`, stands for its value too. */
function placeKey(child: OpenNode, start: number, end: number): void {
  child.keyStart = start;
  child.keyEnd = end;
  if (child.end === end) child.start = start;
}

function setEntry<Value>(map: Record<string, Value>, key: string, value: Value): void {
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
  const anchor: Anchor = { node: undefined, size: 1, height: 0 };
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
