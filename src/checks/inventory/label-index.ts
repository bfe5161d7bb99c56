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
  const byNamespace = new Map<string, Labelled<Item>[]>();
  const byLabel = new Map<string, Labelled<Item>[]>();
  for (const one of all) {
    add(byNamespace, one.namespace, one);
    for (const [key, value] of Object.entries(one.labels))
      add(byLabel, labelKey(one.namespace, key, value), one);
  }
  return (namespace, selector) => {
    let candidates: readonly Labelled<Item>[] = byNamespace.get(namespace) ?? [];
    for (const [key, value] of Object.entries(selector.matchLabels ?? {})) {
      const found = byLabel.get(labelKey(namespace, key, value)) ?? [];
      if (found.length < candidates.length) candidates = found;
    }
    return candidates.filter(({ labels }) => selects(selector, labels)).map(({ item }) => item);
  };
}

function labelKey(namespace: string, key: string, value: string): string {
  return `${namespace}\n${key}\n${value}`;
}

function add<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
