import type { Json } from '../../model/manifest.ts';
import type { FactTable } from './fact-table.ts';
import type { LongTexts } from './long-texts.ts';
import type { Condition, Node, Test, When } from './node.ts';
import { valuePaths } from './rules.ts';
import { fieldPath, type Site } from './site.ts';
import { isSame, type ValuePath, type Vector } from './value-path.ts';
import type { ValueStore } from './value-store.ts';

/** What the writer of a template asks for: each answer makes sure that the value is in the values files. */
export interface Claims {
  readonly fact: (path: ValuePath) => ValuePath;
  /** A value for a field that differs; null stands for itself by being left out. */
  readonly field: (site: Site, vector: Vector) => ValuePath;
  /** The same for a text too long to be a value: a value that chooses one of the chart's; undefined for all else. */
  readonly text: (
    site: Site,
    vector: Vector,
  ) => { readonly path: ValuePath; readonly names: Vector } | undefined;
  /** A condition, and the path of the value whose being there is the condition. */
  readonly when: (when: When, node: Node) => { readonly tests: Condition } | { readonly has: ValuePath };
}

/** Claims values from a store, by the names that facts and rules give, else by the object and its field. */
export function claimsOn(store: ValueStore, table: FactTable, texts: LongTexts): Claims {
  const fact = (path: ValuePath) => {
    const vector = table.find(path)?.vector ?? [];
    store.claim({ path, vector, isOptional: false });
    return path;
  };
  const field = (site: Site, vector: Vector) => {
    const isOptional = vector.includes(null);
    const value = isOptional ? vector.map((item) => item ?? undefined) : vector;
    return claimFirst(store, [...freePaths(site, table), fallback(site)], value, isOptional);
  };
  const text = (site: Site, vector: Vector) => {
    const names = texts.keep(site, vector);
    return names && { path: claimFirst(store, [fallback(site)], names, false), names };
  };
  const when = (condition: When, node: Node) => {
    if (condition.known) return { tests: condition.known.map((test) => claimTest(test, fact)) };
    const vector = optionalVector(condition, node);
    if (vector !== undefined) {
      const paths = valuePaths(condition.site).filter((path) => isFree(path, vector, table));
      return { has: claimFirst(store, [...paths, fallback(condition.site)], vector, true) };
    }
    const path = [...fallback(condition.site), 'enabled'];
    return { tests: [{ test: 'enabled' as const, path: claimFirst(store, [path], condition.isIn, false) }] };
  };
  return { fact, field, text, when };
}

function claimTest(test: Test, claim: (path: ValuePath) => ValuePath): Test {
  if ('paths' in test) test.paths.forEach(claim);
  else claim(test.path);
  return test;
}

function fallback(site: Site): ValuePath {
  return [...site.object.root, ...fieldPath(site)];
}

/** Words for what holds in the whole environment: a single object that differs does not get to use them. */
const SHARED: ReadonlySet<string | undefined> = new Set(['tags', 'mesh']);

function freePaths(site: Site, table: FactTable): readonly ValuePath[] {
  return valuePaths(site).filter((path) => !SHARED.has(path[0]) && table.find(path) === undefined);
}

function isFree(path: ValuePath, vector: Vector, table: FactTable): boolean {
  if (SHARED.has(path[0])) return false;
  const fact = table.find(path);
  return fact === undefined || isSame(fact.vector, vector);
}

/** A scalar or list that only some environments have needs no second value to say so. */
function optionalVector({ isIn }: When, node: Node): Vector | undefined {
  if (node.type === 'value') return node.vector.includes(null) ? undefined : scalarsOrLists(node.vector);
  if (node.type === 'fact') return isIn.map((there, index) => (there ? node.vector[index] : undefined));
  if (node.type !== 'literal' || node.value === null) return undefined;
  return scalarsOrLists(isIn.map((there) => (there ? node.value : undefined)));
}

function scalarsOrLists(vector: Vector): Vector | undefined {
  const present = vector.filter((value) => value !== undefined);
  const isPlain = present.every((value: Json) => typeof value !== 'object' || Array.isArray(value));
  const hasMixed =
    present.some((value) => Array.isArray(value)) && !present.every((value) => Array.isArray(value));
  return isPlain && !hasMixed ? vector : undefined;
}

/** Takes the first path that is free; the last one gets a number until it is, as near to its end as can be. */
function claimFirst(
  store: ValueStore,
  paths: readonly ValuePath[],
  vector: Vector,
  isOptional: boolean,
): ValuePath {
  const free = paths.find((path) => store.claim({ path, vector, isOptional }));
  if (free !== undefined) return free;
  const last = paths.at(-1) as ValuePath;
  // Numbers at the end do not help where what stands above is a value itself, such as one called `enabled`.
  for (let place = last.length - 1; place > 0; place--) {
    for (let number = 2; number <= MOST_NUMBERED; number++) {
      const path = last.with(place, `${last[place]}-${number}`);
      if (store.claim({ path, vector, isOptional })) return path;
    }
  }
  throw new Error(`no name is free for the value ${last.join('.')}`);
}

const MOST_NUMBERED = 100;
