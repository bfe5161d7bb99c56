/** A key of a block of YAML with all below it, by the look of its lines. Lines count from 0. */
export interface Block {
  readonly path: readonly string[];
  readonly first: number;
  /** The line after the last. */
  readonly end: number;
  /** The key and what stands before it; empty for lines without a key, which belong to the path of the key above. */
  readonly opening: string;
}

/** The blocks that a line lies in, the smallest first. What is in a list belongs to the key of the list. */
export function blocksAround(lines: readonly string[], line: number): readonly Block[] {
  const blocks: Block[] = [];
  const ancestors = ancestorsOf(lines, line);
  for (const [index, first] of ancestors.entries()) {
    const [own, ...around] = ancestors.slice(index).map((ancestor) => KEY.exec(lines[ancestor] ?? ''));
    const isItem = !own && /^\s*-(\s|$)/.test(lines[first] ?? '');
    if (isItem || around.some((match) => !match) || (!own && index > 0)) continue;
    const path = [own, ...around].flatMap((match) => match?.[3] ?? []).reverse();
    blocks.push({ path, first, end: endOf(lines, first), opening: own?.[0].slice(0, -1) ?? '' });
  }
  return blocks;
}

const KEY = /^( *)(["']?)([^\s"'#:{[\]},&*!|>%@`-][^"'#:{[\]},]*)\2:(?=\s|$)/;

/** The line itself and every line above that is indented less, outwards. */
function ancestorsOf(lines: readonly string[], line: number): readonly number[] {
  const ancestors: number[] = [];
  let indent = Number.POSITIVE_INFINITY;
  for (let index = line; index >= 0 && indent > 0; index -= 1) {
    const own = indentOf(lines[index] ?? '');
    if (own === undefined || own >= indent) continue;
    ancestors.push(index);
    indent = own;
  }
  return ancestors;
}

function endOf(lines: readonly string[], first: number): number {
  const indent = indentOf(lines[first] ?? '') ?? 0;
  let end = first + 1;
  while (end < lines.length && (indentOf(lines[end] ?? '') ?? Number.POSITIVE_INFINITY) > indent) end += 1;
  return end;
}

/** Undefined for lines that say nothing. A list may stand as far out as its key, and is below it all the same. */
function indentOf(line: string): number | undefined {
  const [, space = '', rest = ''] = /^([ \t]*)(.*)$/s.exec(line) ?? [];
  if (rest.trim() === '' || rest.startsWith('#')) return undefined;
  return space.replaceAll('\t', '        ').length * 2 + (/^-(\s|$)/.test(rest) ? 1 : 0);
}
