import { type Block, blocksAround } from './blocks.ts';
import type { Node } from './node.ts';
import { readNodes, withoutByteOrderMark } from './read.ts';
import { syntaxErrors } from './syntax-errors.ts';
import { YamlError } from './yaml-error.ts';

/** What of a text can be read although it is not right. */
export interface Salvage {
  /** As many lines as the text has, with `unread` in place of the values that cannot be read. */
  readonly text: string;
  readonly root: Node | undefined;
  readonly errors: readonly YamlError[];
  readonly unread: readonly Unread[];
}

/** A key whose value is not read, or one below which something is missing that cannot be read as a key. */
export interface Unread {
  readonly path: readonly string[];
  readonly isWhole: boolean;
}

/** Files with more errors than that are of another kind than YAML. */
const MOST_ERRORS = 20;

/**
 * Reads a text, without the smallest blocks whose syntax is wrong. Tells one error of each: what follows an error of
 * syntax within its block is often its consequence. Undefined where nothing can be read without the blocks around errors.
 */
export function salvage(text: string): Salvage | undefined {
  const lines = withoutByteOrderMark(text).split(/\r\n|\r|\n/);
  const errors: YamlError[] = conflictsIn(lines);
  const unread: Unread[] = [];
  for (let round = 0; round < MOST_ERRORS; round += 1) {
    const current = lines.join('\n');
    const read = tryRead(current);
    const faults = read instanceof YamlError ? faultOf(lines, read) : faultsOf(lines, read.errors);
    if (faults?.length === 0 && !(read instanceof YamlError)) {
      return { text: current, root: read.root, errors: [...errors, ...read.errors], unread };
    }
    if (!faults) return undefined;
    // What an alias stood for may have been cut in an earlier round.
    const told = faults.filter(({ error }) => round === 0 || !error.message.includes(' stands for nothing'));
    errors.push(...told.map(({ error }) => error));
    unread.push(...faults.map(({ block }) => ({ path: block.path, isWhole: block.opening !== '' })));
    for (const { block } of faults) cut(lines, block);
  }
  return undefined;
}

/** Keys written twice keep nothing from being read: the first counts. */
function isTwice({ message }: YamlError): boolean {
  return message.includes(' is written twice');
}

interface Fault {
  readonly error: YamlError;
  readonly block: Block;
}

/** The first error of syntax, and the block it is in. */
function faultOf(lines: readonly string[], read: YamlError): readonly Fault[] | undefined {
  const error = syntaxErrors(lines.join('\n')).find((one) => !isTwice(one)) ?? read;
  const block = blockAtFault(lines, [error.line - 1, read.line - 1]);
  return block && [{ error, block }];
}

/** Errors in the content of a text, each with the smallest block around it. */
function faultsOf(lines: readonly string[], errors: readonly YamlError[]): readonly Fault[] | undefined {
  const refused = errors.filter((error) => !isTwice(error));
  const faults = refused.flatMap((error) => {
    const block = blocksAround(lines, error.line - 1).find(({ opening }) => opening !== '');
    return block ? [{ error, block }] : [];
  });
  return faults.length === refused.length ? faults : undefined;
}

function tryRead(text: string): YamlError | ReturnType<typeof readNodes> {
  try {
    return readNodes(text);
  } catch (error) {
    if (error instanceof YamlError) return error;
    throw error;
  }
}

/** The smallest block around the lines, or the line before, without which the text can be read further. */
function blockAtFault(lines: readonly string[], at: readonly number[]): Block | undefined {
  const furthest = Math.max(...at);
  const before = at.map((line) => lastSaying(lines, line - 1));
  const candidates = [...at, ...before].flatMap((line) => blocksAround(lines, line));
  candidates.sort((a, b) => b.path.length - a.path.length || a.first - b.first);
  return candidates.find((block) => {
    const without = [...lines];
    cut(without, block);
    const read = tryRead(without.join('\n'));
    return !(read instanceof YamlError) || read.line - 1 > Math.max(furthest, block.end);
  });
}

function lastSaying(lines: readonly string[], from: number): number {
  let line = from;
  while (line > 0 && /^\s*(#|$)/.test(lines[line] ?? '')) line -= 1;
  return line;
}

function cut(lines: string[], { first, end, opening }: Block): void {
  lines.fill('', first, end);
  if (opening !== '') lines[first] = `${opening}: unread`;
}

/** Marks of a merge that is not finished; the version above the middle one is read. */
function conflictsIn(lines: string[]): YamlError[] {
  const errors: YamlError[] = [];
  let isTheirs = false;
  for (const [index, line] of lines.entries()) {
    if (/^<{7}( |$)/.test(line)) errors.push(new YamlError(UNRESOLVED, index + 1, 1));
    else if (errors.length === 0) continue;
    const isEnd = /^>{7}( |$)/.test(line);
    isTheirs ||= /^(={7}$|\|{7}( |$))/.test(line);
    if (isTheirs || /^<{7}( |$)/.test(line)) lines[index] = '';
    if (isEnd) isTheirs = false;
  }
  return errors;
}

const UNRESOLVED = 'a merge that is not finished: this line and those of = and > are marks of Git';
