import type { Json } from '../../model/manifest.ts';
import type { ValuePath } from './value-path.ts';

/** A tree of maps: what values files and their schema look like. */
export type Tree<T> = ReadonlyMap<string, Tree<T> | { readonly leaf: T }>;

/** Puts leaves into a tree by their paths, keys in the order of `leaves`. Where there is no leaf, the maps are there. */
export function treeOf<T>(
  leaves: readonly { readonly path: ValuePath; readonly leaf: T | undefined }[],
): Tree<T> {
  type Branch = Map<string, Tree<T> | { readonly leaf: T }>;
  const root: Branch = new Map();
  for (const { path, leaf } of leaves) {
    let branch = root;
    for (const key of path.slice(0, -1)) {
      const next = (branch.get(key) ?? new Map()) as Branch;
      branch.set(key, next);
      branch = next;
    }
    if (leaf !== undefined) branch.set(path.at(-1) as string, { leaf });
  }
  return root;
}

/** A tree whose leaves are plain data as plain data. */
export function plainTree(tree: Tree<Json>): { readonly [key: string]: Json } {
  return Object.fromEntries(
    [...tree].map(([key, item]) => [key, isLeaf(item) ? item.leaf : plainTree(item)]),
  );
}

/** Whether a branch ends here. */
export function isLeaf<T>(item: Tree<T> | { readonly leaf: T }): item is { readonly leaf: T } {
  return !(item instanceof Map);
}
