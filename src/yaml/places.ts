import { childOf, type Node } from './node.ts';
import { type Position, positionsIn } from './position.ts';
import { withoutByteOrderMark } from './read.ts';

/** Where something begins, and where it ends: behind its last character. */
export interface Span {
  readonly start: Position;
  readonly end: Position;
}

/** A path within a document: keys and indexes. It may lead through aliases, into what they stand for. */
type Path = readonly (string | number)[];

/**
 * Where the keys and values of a text stand; undefined where it has no such path. An item of a list has no key but
 * itself. A key without a value, as in `{ a }`, stands for both.
 */
export interface Places {
  readonly place: (path: Path, what: 'key' | 'value') => Position | undefined;
  readonly span: (path: Path, what: 'key' | 'value') => Span | undefined;
  /** A scalar as it is written, in its quotes if it has any, `1.10` for the number 1.1; undefined where an alias stands. */
  readonly written: (path: Path) => string | undefined;
}

/** The places in a text whose document `root` is. */
export function placesOf(text: string, root: Node | undefined): Places {
  return placesIn(text)(root);
}

/** The same for each document of a text: its lines are counted once, when the first place is asked for. */
export function placesIn(text: string): (root: Node | undefined) => Places {
  const source = withoutByteOrderMark(text);
  let position: ReturnType<typeof positionsIn> | undefined;
  return (root) => {
    const span: Places['span'] = (path, what) => {
      const node = nodeAt(root, path);
      if (node === undefined) return undefined;
      position ??= positionsIn(source);
      const [start, end] = what === 'key' ? [node.keyStart, node.keyEnd] : [node.start, node.end];
      return { start: position(start), end: position(end) };
    };
    return {
      place: (path, what) => span(path, what)?.start,
      span,
      written: (path) => {
        const node = nodeAt(root, path);
        const isScalar = node?.children === undefined && source[node?.start ?? 0] !== '*';
        return node && isScalar ? source.slice(node.start, node.end) : undefined;
      },
    };
  };
}

function nodeAt(root: Node | undefined, path: Path): Node | undefined {
  let node = root;
  for (const step of path) node &&= childOf(node, step);
  return node;
}
