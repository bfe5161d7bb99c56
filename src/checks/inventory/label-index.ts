import { type LabelSelector, selects } from './selector.ts';
import type { Labels } from './workload.ts';

/** Something with labels in a namespace. */
export interface Labelled<Item> {
  readonly item: Item;
  readonly namespace: string;
  readonly labels: Labels;
}

/** Finds by labels without looking at everything in the namespace: through the rarest label asked for. */
export function indexLabels<Item>(
  all: readonly Labelled<Item>[],
): (namespace: string, selector: LabelSelector) => readonly Item[] {
  const byNamespace = new Map<string, Indexed<Item>>();
  for (const one of all) {
    const known = byNamespace.get(one.namespace) ?? { all: group<Item>(), byLabel: new Map() };
    byNamespace.set(one.namespace, known);
    add(known, one);
  }
  return (namespace, selector) => {
    const indexed = byNamespace.get(namespace);
    return indexed ? selectedOf(indexed, selector) : [];
  };
}

/** Some of what is indexed; the items once more by themselves, since that is what is mostly asked for. */
interface Group<Item> {
  readonly labelled: Labelled<Item>[];
  readonly items: Item[];
}

interface Indexed<Item> {
  readonly all: Group<Item>;
  /** By key, then by value. */
  readonly byLabel: Map<string, Map<string, Group<Item>>>;
}

function group<Item>(): Group<Item> {
  return { labelled: [], items: [] };
}

function add<Item>({ all, byLabel }: Indexed<Item>, one: Labelled<Item>): void {
  put(all, one);
  for (const key in one.labels) {
    const value = one.labels[key] as string;
    const byValue = byLabel.get(key) ?? new Map<string, Group<Item>>();
    byLabel.set(key, byValue);
    const known = byValue.get(value) ?? group();
    byValue.set(value, known);
    put(known, one);
  }
}

function put<Item>({ labelled, items }: Group<Item>, one: Labelled<Item>): void {
  labelled.push(one);
  items.push(one.item);
}

function selectedOf<Item>({ all, byLabel }: Indexed<Item>, selector: LabelSelector): readonly Item[] {
  let rarest = all;
  let asked = selector.matchExpressions?.length ?? 0;
  for (const key in selector.matchLabels) {
    const found = byLabel.get(key)?.get(selector.matchLabels[key] as string);
    if (!found) return [];
    if (rarest === all || found.items.length < rarest.items.length) rarest = found;
    asked += 1;
  }
  // What one label selects is the group of that label, and what nothing is asked of is everything.
  if (rarest === all ? asked === 0 : asked === 1) return rarest.items;
  return rarest.labelled.filter(({ labels }) => selects(selector, labels)).map(({ item }) => item);
}
