import { isMap, type Path, type YamlMap } from '../config/source.ts';

/** What stands for a value that is taken away. */
export const REMOVED = Symbol('removed');

/** Another value at a path of a document, or none. */
export interface Change {
  readonly path: Path;
  readonly value: unknown;
}

/** A document with other values in some places. What does not change is not copied, so it can be known again. */
export function changedDocument(document: YamlMap, changes: readonly Change[]): YamlMap {
  return changed(document, changes, 0) as YamlMap;
}

function changed(value: unknown, changes: readonly Change[], depth: number): unknown {
  const whole = changes.find(({ path }) => path.length === depth);
  if (whole) return whole.value;
  const byKey = new Map<string | number, Change[]>();
  for (const change of changes) {
    const key = change.path[depth] as string | number;
    const known = byKey.get(key);
    if (known) known.push(change);
    else byKey.set(key, [change]);
  }
  if (Array.isArray(value)) return changedList(value, byKey, depth);
  return isMap(value) ? changedMap(value, byKey, depth) : value;
}

type ByKey = ReadonlyMap<string | number, readonly Change[]>;

function changedList(list: readonly unknown[], byKey: ByKey, depth: number): readonly unknown[] {
  return list
    .map((item, index) => {
      const changes = byKey.get(index);
      return changes ? changed(item, changes, depth + 1) : item;
    })
    .filter((item) => item !== REMOVED);
}

function changedMap(map: YamlMap, byKey: ByKey, depth: number): YamlMap {
  const copy: Record<string, unknown> = { ...map };
  for (const [key, changes] of byKey) {
    const value = changed(map[key], changes, depth + 1);
    if (value === REMOVED) delete copy[key];
    else copy[key] = value;
  }
  return copy;
}
