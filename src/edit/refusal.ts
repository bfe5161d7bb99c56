import { isAlias } from 'yaml';
import { keyOf, type Pair, type ParsedText, startOf } from './parsed-text.ts';

/** Why a text cannot be edited at a place; a person has to. */
export interface Fault {
  readonly offset: number;
  readonly path: readonly string[];
  readonly message: string;
  readonly fix: string;
}

/** The fault of a value that repeats another or is repeated: a change of it would not stay where it is. */
export function sharingFault(parsed: ParsedText, node: unknown, path: readonly string[]): Fault | undefined {
  if (isAlias(node)) {
    const anchor = node.resolve(parsed.document);
    const where = anchor ? ` in line ${parsed.place(startOf(anchor)).line}` : '';
    const message = `*${node.source} repeats what stands${where}, so a change would not stay here`;
    return { offset: startOf(node), path, message, fix: `change it${where}, or write it out here first` };
  }
  const { anchor } = (node ?? {}) as { readonly anchor?: string };
  const alias = anchor === undefined ? undefined : parsed.aliases.get(anchor);
  if (alias === undefined) return undefined;
  const message = `*${anchor} in line ${parsed.place(alias).line} repeats this, and would change with it`;
  return { offset: startOf(node), path, message, fix: 'change it by hand, or write the other out first' };
}

/** The fault of a value that is no map where one has to be, or no text. */
export function otherKind(node: unknown, path: readonly string[], expected: string): Fault {
  return {
    offset: startOf(node),
    path,
    message: `expected ${expected}`,
    fix: 'write images: {SERVICE: {tag: ...}}',
  };
}

/** The fault of a text below | or >. */
export function notOneLine(node: unknown, path: readonly string[]): Fault {
  const message = 'expected a version on one line';
  return { offset: startOf(node), path, message, fix: 'write it behind the colon' };
}

/** The fault of a pair that cannot be taken out without the comment beside it. */
export function beyondComment(pair: Pair, path: readonly string[]): Fault {
  const key = keyOf(pair) ?? '';
  const message = `${key} has to go, and a comment stands between it and what is beside it`;
  return { offset: startOf(pair.key), path: [...path, key], message, fix: `remove ${key} by hand` };
}
