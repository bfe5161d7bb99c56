import type { DocumentInput } from '../schema/document.ts';

/** The tags, keys sorted. */
export function resolveTags({ tags }: DocumentInput): Readonly<Record<string, string>> {
  const keys = Object.keys(tags).sort();
  return Object.fromEntries(keys.map((key) => [key, tags[key] as string]));
}
