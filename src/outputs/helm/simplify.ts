import type { Columns } from './columns.ts';
import { movedColumns, overEnvironments } from './columns.ts';
import type { Entry, Item, Node, When } from './node.ts';
import type { Site } from './site.ts';
import { isConstant, isSame, type Vector } from './value-path.ts';

/** A field that no value moves as the input does: the columns in which it is not as it is in their environment. */
export interface Unmoved {
  readonly site: Site;
  /** The field over all columns; undefined for what is there or not. */
  readonly vector: Vector | undefined;
  readonly columns: readonly number[];
}

/** A node as the environments need it: what was only tried is noted, and is no field of the template. */
export function simplified(node: Node, columns: Columns, note: (unmoved: Unmoved) => void): Node {
  switch (node.type) {
    case 'value': {
      noteMoved(node.site, node.vector, columns, note);
      const vector = overEnvironments(node.vector, columns);
      const [first] = vector;
      return first !== undefined && isConstant(vector) && !vector.includes(undefined)
        ? { type: 'literal', value: first }
        : { ...node, vector };
    }
    case 'ranges': {
      if (node.path === undefined) noteMoved(node.site, node.vector, columns, note);
      return { ...node, vector: overEnvironments(node.vector, columns) };
    }
    case 'map': {
      const orEmpty = node.orEmpty && simplifiedWhen(node.orEmpty, columns, note);
      return { ...node, entries: simplifiedItems(node.entries, columns, note), orEmpty: orEmpty?.when };
    }
    case 'list':
      return { ...node, items: simplifiedItems(node.items, columns, note) };
    default:
      return node;
  }
}

/** The items that some environment has, or that a value may bring. */
export function simplifiedItems<T extends Entry | Item>(
  items: readonly T[],
  columns: Columns,
  note: (unmoved: Unmoved) => void,
): readonly T[] {
  return items.flatMap((item) => {
    const found = item.when && simplifiedWhen(item.when, columns, note);
    if (found && !found.isAnywhere) return [];
    return [{ ...item, when: found?.when, node: simplified(item.node, columns, note) }];
  });
}

/** When something is there, over the environments alone: undefined where all of them have it. */
export function simplifiedWhen(
  when: When,
  columns: Columns,
  note: (unmoved: Unmoved) => void,
): { readonly when: When | undefined; readonly isAnywhere: boolean } {
  if (when.known) return { when, isAnywhere: true };
  const moved = movedColumns(when.isIn, columns, (a, b) => a === b);
  if (moved.length > 0) note({ site: when.site, vector: undefined, columns: moved });
  const isIn = when.isIn.slice(0, columns.environments);
  return { when: isIn.includes(false) ? { ...when, isIn } : undefined, isAnywhere: isIn.includes(true) };
}

function noteMoved(site: Site, vector: Vector, columns: Columns, note: (unmoved: Unmoved) => void): void {
  const moved = movedColumns(vector, columns, (own, tried) => tried === undefined || isSame(own, tried));
  if (moved.length > 0) note({ site, vector, columns: moved });
}
