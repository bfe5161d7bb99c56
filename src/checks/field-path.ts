/** The path of a field: dots between keys, and keys with dots or slashes of their own as `["a.b/c"]`. */
export function fieldPath(parent: string, key: string): string {
  if (!PLAIN.test(key)) return `${parent}[${JSON.stringify(key)}]`;
  return parent === '' ? key : `${parent}.${key}`;
}

const PLAIN = /^[A-Za-z0-9_-]+$/;

/** The path of an item of a list: `containers[web]`, or `args[0]`. */
export function itemPath(parent: string, index: number, item: unknown): string {
  const name = typeof item === 'object' && item !== null && (item as { readonly name?: unknown }).name;
  return `${parent}[${typeof name === 'string' ? name : index}]`;
}
