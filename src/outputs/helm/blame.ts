import type { Json } from '../../model/manifest.ts';
import type { Columns } from './columns.ts';
import type { Fact, FactTable } from './fact-table.ts';
import type { Unmoved } from './simplify.ts';
import type { Site } from './site.ts';
import { pathKey } from './value-path.ts';

/** Names of objects, by the key of the decision's path: what else follows from it in an environment. */
export type Blame = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Which decisions move what no value of the chart moves, environment by environment. What was tried is found in a field
 * by its text; where it is not, any decision of the service may be the one, and without a service any at all.
 */
export function blameOf(unmoved: readonly Unmoved[], table: FactTable): readonly Blame[] {
  const { environments, environmentOf } = table.columns;
  const blames = Array.from({ length: environments }, () => new Map<string, Set<string>>());
  for (const { site, vector, columns } of unmoved) {
    const { kind, root } = site.object;
    for (const column of columns) {
      const environment = environmentOf[column] as number;
      const move = { before: vector?.[environment], after: vector?.[column], column };
      const found = culprits(table.triedIn(column), site, move, table.columns);
      for (const { path } of found) {
        const blame = blames[environment] as Map<string, Set<string>>;
        const known = blame.get(pathKey(path)) ?? new Set();
        blame.set(pathKey(path), known.add(`${kind} ${root.at(-1)}`));
      }
    }
  }
  return blames;
}

interface Move {
  readonly before: Json | undefined;
  readonly after: Json | undefined;
  readonly column: number;
}

/**
 * A field that has the text of a decision shows it. A checksum shows nothing, but what it is made from is in its file; a
 * number or an address that is computed is often beside what it is computed from.
 */
function culprits(
  tried: readonly Fact[],
  { object, path }: Site,
  { before, after, column }: Move,
  { renderings }: Columns,
): readonly Fact[] {
  const isChecksum = path?.key.startsWith('checksum/') === true;
  const within = (text: string, except = '') =>
    tried.filter(({ vector }) => isSaid(vector[column], text) && !isSaid(vector[column], except));
  const seen = isChecksum ? [] : within(JSON.stringify(after) ?? '', JSON.stringify(before) ?? '');
  if (seen.length > 0) return seen;
  const beside = (renderings[column]?.manifests ?? []).filter(({ file, object: other }) =>
    isChecksum
      ? file === object.file && other.kind === 'ConfigMap'
      : other.kind === object.kind && other.metadata.name === object.root.at(-1),
  );
  const found = within(JSON.stringify(beside.map(({ object: other }) => other)));
  if (found.length > 0) return found;
  const own = tried.filter(
    ({ path: [, name] }) => object.origin.service !== undefined && name === object.origin.service,
  );
  return own.length > 0 ? own : tried;
}

/** Whether a text says a value, as a word of its own; short ones are anywhere. */
function isSaid(value: Json | undefined, text: string): boolean {
  const word = String(value);
  if (word.length < SHORTEST) return false;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!/\w/.test(text[at - 1] ?? ' ') && !/\w/.test(text[at + word.length] ?? ' ')) return true;
  }
  return false;
}

const SHORTEST = 3;
