import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from 'diff';

/** Lines around a change that are shown with it. */
const CONTEXT = 3;

/** The difference of two texts as `git apply` takes it; empty when there is none. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return '';
  const patch = structuredPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
    context: CONTEXT,
  });
  return formatPatch(patch, FILE_HEADERS_ONLY);
}
