import { isMap } from '../../maps/is-map.ts';
import type { ManifestObject } from '../../model/manifest.ts';
import type { Addition, Path } from './intersect.ts';

type Draft = Record<string, unknown>;

/**
 * The additions as a partial object, which Kustomize merges into the base; undefined when it could not say them exactly.
 * Kustomize knows merge keys for built-in kinds only, so lists are added as a whole or not at all. The exception are the
 * containers of built-in workloads, found by name, from the first on: one that is named alone would move to the front.
 */
export function mergePatch(object: ManifestObject, additions: readonly Addition[]): Draft | undefined {
  const { apiVersion, kind, metadata } = object;
  const identity = { name: metadata.name, namespace: metadata.namespace };
  const draft = Object.assign(emptyDraft(), { apiVersion, kind });
  draft['metadata'] = Object.assign(emptyDraft(), identity);
  const lists = containerLists(object);
  const isSaid = additions.every(({ path, value }) => {
    return path.every(isMergeableKey) && isMergeable(value) && place(draft, object, path, value, lists);
  });
  return isSaid ? draft : undefined;
}

/** Without prototype, so that a key `__proto__` is a key like any other. */
function emptyDraft(): Draft {
  return Object.create(null) as Draft;
}

/** Kustomize reads keys that begin with `$` as directives, and fails on the empty one. */
function isMergeableKey(key: string | number): boolean {
  return typeof key === 'number' || (key !== '' && !key.startsWith('$'));
}

/** In a merge null removes, lists of maps may have merge keys, and some lists of scalars drop repeated items. */
function isMergeable(value: unknown): boolean {
  if (value === null) return false;
  if (Array.isArray(value)) {
    return value.every((item) => typeof item !== 'object') && new Set(value).size === value.length;
  }
  return (
    !isMap(value) || Object.entries(value).every(([key, child]) => isMergeableKey(key) && isMergeable(child))
  );
}

/** Puts the value into the draft, at the same path as in `source`; false when a merge cannot reach that path. */
function place(
  draft: Draft,
  source: unknown,
  path: Path,
  value: unknown,
  lists: ReadonlySet<string>,
  at = '',
): boolean {
  const [key, next, ...rest] = path;
  if (typeof key !== 'string') return false;
  if (next === undefined) {
    draft[key] = value;
    return true;
  }
  const child = isMap(source) ? source[key] : undefined;
  const here = `${at}/${key}`;
  if (typeof next === 'string') {
    return place(childDraft(draft, key), child, path.slice(1), value, lists, here);
  }
  const item: unknown = Array.isArray(child) ? child[next] : undefined;
  const container = lists.has(here) && rest.length > 0 ? containerDraft(draft, key, item, next) : undefined;
  return container !== undefined && place(container, item, rest, value, lists, here);
}

function childDraft(target: Draft, key: string): Draft {
  target[key] ??= emptyDraft();
  return target[key] as Draft;
}

/** The partial container at `index`; undefined when a container before it has not been named. */
function containerDraft(draft: Draft, key: string, container: unknown, index: number): Draft | undefined {
  draft[key] ??= [];
  const drafts = draft[key] as Draft[];
  if (index === drafts.length && isMap(container) && typeof container['name'] === 'string') {
    drafts.push(Object.assign(emptyDraft(), { name: container['name'] }));
  }
  return drafts[index];
}

const POD_SPECS = ['/spec/template/spec', '/spec/jobTemplate/spec/template/spec'];
const CONTAINER_LISTS = new Set(
  POD_SPECS.flatMap((spec) => [`${spec}/initContainers`, `${spec}/containers`]),
);
const NO_LISTS = new Set<string>();

function containerLists({ apiVersion }: ManifestObject): ReadonlySet<string> {
  return apiVersion === 'apps/v1' || apiVersion === 'batch/v1' ? CONTAINER_LISTS : NO_LISTS;
}
