import { UNPAIRED_SURROGATE } from './hidden-characters.ts';
import { MAX_DEPTH } from './limits.ts';

type Path = readonly (string | number)[];

/**
 * The first thing in `value` that YAML cannot hold, as an error that names its path; undefined when there is
 * none.
 */
export function unwritable(value: unknown): TypeError | undefined {
  return problemAt(value, [], []);
}

function problemAt(value: unknown, path: Path, ancestors: readonly object[]): TypeError | undefined {
  const reason = scalarProblem(value) ?? collectionProblem(value, ancestors);
  if (reason !== undefined) return new TypeError(`${pathText(path)}: ${reason}`);
  if (typeof value !== 'object' || value === null) return undefined;
  const inside = [...ancestors, value];
  for (const [key, child] of entriesOf(value)) {
    const problem = keyProblem(key, path) ?? problemAt(child, [...path, key], inside);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function scalarProblem(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return UNPAIRED_SURROGATE.test(value)
        ? 'a string with half of a surrogate pair has no UTF-8 form'
        : undefined;
    case 'number':
      return Number.isFinite(value) ? undefined : `${value} has no form that every reader of YAML knows`;
    case 'object':
    case 'boolean':
      return undefined;
    default:
      return `expected plain data, found ${value === undefined ? 'undefined' : `a ${typeof value}`}`;
  }
}

function collectionProblem(value: unknown, ancestors: readonly object[]): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (ancestors.includes(value)) return 'the value contains itself';
  if (ancestors.length >= MAX_DEPTH)
    return `nested more than ${MAX_DEPTH} deep, which readers of YAML refuse`;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (Array.isArray(value) || prototype === Object.prototype || prototype === null) return undefined;
  return `expected plain data, found an instance of ${value.constructor?.name || 'a class'}`;
}

function keyProblem(key: string | number, path: Path): TypeError | undefined {
  if (typeof key === 'number' || !UNPAIRED_SURROGATE.test(key)) return undefined;
  return new TypeError(`${pathText([...path, key])}: a key with half of a surrogate pair has no UTF-8 form`);
}

/** Holes of an array count as undefined, which a list cannot hold; undefined entries of a map are not written. */
function entriesOf(value: object): [string | number, unknown][] {
  if (Array.isArray(value)) return Array.from(value, (item, index) => [index, item]);
  return Object.entries(value).filter(([, child]) => child !== undefined);
}

function pathText(path: Path): string {
  if (path.length === 0) return 'the document';
  return path.map(segmentText).join('').replace(/^\./, '');
}

function segmentText(segment: string | number): string {
  if (typeof segment === 'number') return `[${segment}]`;
  return /^[A-Za-z_][\w-]*$/.test(segment) ? `.${segment}` : `[${JSON.stringify(segment)}]`;
}
