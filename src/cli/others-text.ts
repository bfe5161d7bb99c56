import { relative } from 'node:path';
import type { UnrenderedFolder } from '../pipeline/unrendered-folders.ts';

/** A line about folders that stay although this run did not render them; undefined when there is none. */
export function othersText(others: readonly UnrenderedFolder[]): string | undefined {
  if (others.length === 0) return undefined;
  const names = others.map(({ folder, list }) =>
    list?.input === undefined
      ? `${folder} (not made by Charthouse)`
      : `${folder} (rendered from ${relative('.', list.input)})`,
  );
  return `left as they are: ${names.join(', ')}`;
}
