import type { Addition, Path } from './intersect.ts';

/** One operation of RFC 6902. */
export interface AddOperation {
  readonly op: 'add';
  readonly path: string;
  readonly value: unknown;
}

/** The additions as JSON Patch operations, in their order. */
export function jsonPatch(additions: readonly Addition[]): readonly AddOperation[] {
  return additions.map(({ path, value }) => ({ op: 'add', path: pointer(path), value }));
}

/** https://www.rfc-editor.org/rfc/rfc6901#section-3 */
function pointer(path: Path): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
