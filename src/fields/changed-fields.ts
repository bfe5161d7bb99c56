import { isMap } from '../maps/is-map.ts';
import { type FieldPath, fieldPath } from './field-path.ts';
import { documentIn } from './field-value.ts';

/**
 * The fields that two versions of a value differ in: scalars, and what only one of them has. A text of several lines that
 * holds a document, such as a file in a ConfigMap, is looked into.
 */
export function changedFields(before: unknown, after: unknown): readonly FieldPath[] {
  const changed: FieldPath[] = [];
  compare(before, after, '', changed);
  return changed;
}

function compare(before: unknown, after: unknown, at: FieldPath, changed: FieldPath[]): void {
  if (before === after) return;
  if (Array.isArray(before) && Array.isArray(after)) compareLists(before, after, at, changed);
  else if (isMap(before) && isMap(after)) compareMaps(before, after, at, changed);
  else if (isFile(before) && isFile(after)) compareFiles(before, after, at, changed);
  else changed.push(at);
}

type Fields = Readonly<Record<string, unknown>>;

function compareMaps(before: Fields, after: Fields, at: FieldPath, changed: FieldPath[]): void {
  for (const key of Object.keys(before)) {
    const path = fieldPath(at, key);
    if (Object.hasOwn(after, key)) compare(before[key], after[key], path, changed);
    else changed.push(path);
  }
  for (const key of Object.keys(after)) {
    if (!Object.hasOwn(before, key)) changed.push(fieldPath(at, key));
  }
}

function compareLists(
  before: readonly unknown[],
  after: readonly unknown[],
  at: FieldPath,
  changed: FieldPath[],
): void {
  const [own, other] = [itemsOf(before), itemsOf(after)];
  for (const [key, item] of own) {
    const path = `${at}[${key}]`;
    if (other.has(key)) compare(item, other.get(key), path, changed);
    else changed.push(path);
  }
  for (const key of other.keys()) if (!own.has(key)) changed.push(`${at}[${key}]`);
}

/** Items by name where all have one of their own, else by number: what paths of fields call them. */
export function itemsOf(list: readonly unknown[]): ReadonlyMap<string, unknown> {
  const items = new Map<string, unknown>();
  for (const item of list) {
    const name = isMap(item) ? item['name'] : undefined;
    if (typeof name === 'string') items.set(name, item);
  }
  return items.size === list.length ? items : new Map(list.map((item, index) => [String(index), item]));
}

function compareFiles(before: string, after: string, at: FieldPath, changed: FieldPath[]): void {
  const [own, other] = [documentIn(before), documentIn(after)];
  if (typeof own === 'object' && typeof other === 'object') {
    const already = changed.length;
    compare(own, other, at, changed);
    // They may differ in what is no value of theirs: comments, or how it is written.
    if (changed.length > already) return;
  }
  changed.push(...changedLines(before.split('\n'), after.split('\n'), at));
}

/** Lines by number, where no line came or went. */
function changedLines(
  before: readonly string[],
  after: readonly string[],
  at: FieldPath,
): readonly FieldPath[] {
  if (before.length < 2 || before.length !== after.length) return [at];
  return before.flatMap((line, index) => (line === after[index] ? [] : [`${at}[${index}]`]));
}

function isFile(value: unknown): value is string {
  return typeof value === 'string' && (value.includes('\n') || value.startsWith('{'));
}
