/** A field that a patch changed: keys with dots between them, items of lists by name: `spec.containers[web].image`. */
export interface ChangedField {
  readonly path: string;
  /** Whether the object had a value there before. */
  readonly isReplaced: boolean;
}

/** Every scalar of two objects that is not the same in both, or that only one of them has. */
export function changedFields(before: unknown, after: unknown): readonly ChangedField[] {
  const fields: ChangedField[] = [];
  compare(before, after, '', fields);
  return fields;
}

function compare(before: unknown, after: unknown, path: string, fields: ChangedField[]): void {
  if (before === after) return;
  if (!isCollection(before) && !isCollection(after)) {
    fields.push({ path, isReplaced: before !== undefined });
    return;
  }
  const [left, right] = [entriesOf(before), entriesOf(after)];
  if (left.size === 0 && right.size === 0 && before !== undefined && after !== undefined) return;
  if (left.size === 0 && right.size === 0) fields.push({ path, isReplaced: before !== undefined });
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    compare(left.get(key), right.get(key), path + key, fields);
  }
}

function isCollection(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** What is in a collection, by the step that leads there. */
function entriesOf(value: unknown): ReadonlyMap<string, unknown> {
  if (!isCollection(value)) return new Map();
  if (!Array.isArray(value)) {
    return new Map(Object.entries(value).map(([key, child]) => [keyStep(key), child]));
  }
  const names = value.map(nameOf);
  const isNamed = names.every((name) => name !== undefined) && new Set(names).size === names.length;
  return new Map(value.map((item, index) => [`[${isNamed ? names[index] : index}]`, item]));
}

function keyStep(key: string): string {
  return /^[\w-]+$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}

function nameOf(item: unknown): string | undefined {
  const name = isCollection(item) ? (item as { readonly name?: unknown }).name : undefined;
  return typeof name === 'string' ? name : undefined;
}
