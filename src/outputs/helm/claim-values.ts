import type { Json } from '../../model/manifest.ts';
import { overEnvironments } from './columns.ts';
import type { FactTable } from './fact-table.ts';
import type { LongTexts } from './long-texts.ts';
import type { Condition, Node, Test, When } from './node.ts';
import { fieldPath, type Site } from './site.ts';
import type { ValuePath, Vector } from './value-path.ts';
import type { ValueStore } from './value-store.ts';

/** What the writer of a template asks for: each answer makes sure that it is among the values, or what follows from them. */
export interface Claims {
  /** The named template that adds up what services use. */
  readonly quota: string;
  readonly fact: (path: ValuePath) => ValuePath;
  /** What a field is in each environment; null stands for itself by being left out. */
  readonly field: (site: Site, vector: Vector) => ValuePath;
  /** The same for a text too long to be among others: a name that chooses one of the chart's; undefined for all else. */
  readonly text: (
    site: Site,
    vector: Vector,
  ) => { readonly path: ValuePath; readonly names: Vector } | undefined;
  /** A condition, and the path of what is the condition by being there. */
  readonly when: (when: When, node: Node) => { readonly tests: Condition } | { readonly has: ValuePath };
}

/** Claims decisions from the values, by their names in the input; all else from what environments make of them. */
export function claimsOn(
  { values, derived }: { readonly values: ValueStore; readonly derived: ValueStore },
  table: FactTable,
  texts: LongTexts,
  quota: string,
): Claims {
  const fact = (path: ValuePath) => {
    const vector = overEnvironments(table.find(path)?.vector ?? [], table.columns);
    values.claim({ path, vector, isOptional: false });
    return path;
  };
  const field = (site: Site, vector: Vector) => {
    const isOptional = vector.includes(null);
    const value = isOptional ? vector.map((item) => item ?? undefined) : vector;
    return claimFirst(derived, placeOf(site), value, isOptional);
  };
  const text = (site: Site, vector: Vector) => {
    const names = texts.keep(site, vector);
    return names && { path: claimFirst(derived, placeOf(site), names, false), names };
  };
  const when = (condition: When, node: Node) => {
    if (condition.known) return { tests: condition.known.map((test) => claimTest(test, fact)) };
    const vector = optionalVector(condition, node);
    if (vector !== undefined) return { has: claimFirst(derived, placeOf(condition.site), vector, true) };
    const path = [...placeOf(condition.site), 'enabled'];
    return { tests: [{ test: 'enabled' as const, path: claimFirst(derived, path, condition.isIn, false) }] };
  };
  return { quota, fact, field, text, when };
}

function claimTest(test: Test, claim: (path: ValuePath) => ValuePath): Test {
  if ('paths' in test) test.paths.forEach(claim);
  else claim(test.path);
  return test;
}

function placeOf(site: Site): ValuePath {
  return [...site.object.root, ...fieldPath(site)];
}

/** A scalar or list that only some environments have needs no second value to say so. */
function optionalVector({ isIn }: When, node: Node): Vector | undefined {
  if (node.type === 'value') return node.vector.includes(null) ? undefined : scalarsOrLists(node.vector);
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

/** Takes the path if it is free, else one with a number, as near to its end as can be. */
function claimFirst(store: ValueStore, path: ValuePath, vector: Vector, isOptional: boolean): ValuePath {
  if (store.claim({ path, vector, isOptional })) return path;
  // Numbers at the end do not help where what stands above is a value itself, such as one called `enabled`.
  for (let place = path.length - 1; place > 0; place--) {
    for (let number = 2; number <= MOST_NUMBERED; number++) {
      const other = path.with(place, `${path[place]}-${number}`);
      if (store.claim({ path: other, vector, isOptional })) return other;
    }
  }
  throw new Error(`no name is free for ${path.join('.')}`);
}

const MOST_NUMBERED = 100;
