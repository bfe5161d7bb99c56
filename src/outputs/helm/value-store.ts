import type { Json } from '../../model/manifest.ts';
import { agree, isSame, pathKey, type ValuePath, type Vector } from './value-path.ts';

/** A value of the chart. */
export interface Value {
  readonly path: ValuePath;
  /** One entry per environment; undefined where nothing asks for it or, if it is optional, where it has to be absent. */
  readonly vector: Vector;
  /** The template looks whether the value is there, so it has no default. */
  readonly isOptional: boolean;
}

/** The values that templates use, collected while they are written. */
export interface ValueStore {
  /** Whether the path is or now becomes that of the value: one path stands for one value per environment. */
  readonly claim: (value: Value) => boolean;
  /** Sorted by path. */
  readonly all: () => readonly Value[];
}

/** An empty store. */
export function valueStore(): ValueStore {
  const values = new Map<string, Value>();
  const branches = new Set<string>();
  /** A path cannot be a value and hold others. */
  const isBlocked = (path: ValuePath): boolean =>
    branches.has(pathKey(path)) || ancestors(path).some((ancestor) => values.has(ancestor));
  const add = (value: Value): boolean => {
    if (isBlocked(value.path)) return false;
    for (const ancestor of ancestors(value.path)) branches.add(ancestor);
    values.set(pathKey(value.path), value);
    return true;
  };
  const claim = (value: Value): boolean => {
    const known = values.get(pathKey(value.path));
    if (known === undefined) return add(value);
    if (!isCompatible(known, value)) return false;
    values.set(pathKey(value.path), { ...known, vector: union(known.vector, value.vector) });
    return true;
  };
  return { claim, all: () => [...values].sort(byKey).map(([, value]) => value) };
}

function ancestors(path: ValuePath): readonly string[] {
  return path.slice(1).map((_, index) => pathKey(path.slice(0, index + 1)));
}

function isCompatible(known: Value, value: Value): boolean {
  if (known.isOptional !== value.isOptional) return false;
  if (!known.isOptional) return agree(known.vector, value.vector);
  return known.vector.every((item, index) => isSame(item, value.vector[index]));
}

function union(a: Vector, b: Vector): readonly (Json | undefined)[] {
  return a.map((item, index) => item ?? b[index]);
}

function byKey([a]: readonly [string, Value], [b]: readonly [string, Value]): number {
  return a < b ? -1 : Number(a > b);
}
