import type { Layer } from '../layers.ts';

/** The command line, which talks to people and may import everything. */
const TOP = 'src/cli';

/** The folders and their imports for docs/architecture.md: a picture, and a row for each. */
export function layerFigures(layers: readonly Layer[]): readonly string[] {
  return [...picture(layers), '', ...table(layers)];
}

function table(layers: readonly Layer[]): readonly string[] {
  const rows = layers.map(
    ({ folder, holds, mayImport }) => `| \`${folder}\` | ${holds} | ${imports(mayImport)} |`,
  );
  return [
    '| folder | what it holds | may import |',
    '|---|---|---|',
    '| `environments` | the input, one folder per platform | |',
    ...rows,
    `| \`${TOP}\` | the command line, one file per command | everything |`,
  ];
}

function imports(folders: readonly string[]): string {
  const names = folders.map((folder) => folder.replace(/^src\//, '')).sort();
  return names.join(', ') || 'nothing';
}

/** An arrow for each import that no way over others shows already: without the rest everything would point at the model. */
function picture(layers: readonly Layer[]): readonly string[] {
  const top = { folder: TOP, holds: '', mayImport: layers.map(({ folder }) => folder) };
  const graph = new Map([top, ...layers].map(({ folder, mayImport }) => [folder, mayImport]));
  const arrows = [...graph].flatMap(([from, targets]) => {
    return shownImports(graph, from, targets).map((to) => `  ${box(from)} --> ${box(to)}`);
  });
  return ['```mermaid', 'flowchart TD', ...arrows, '```'];
}

type Graph = ReadonlyMap<string, readonly string[]>;

/** The imports of a folder without those that another of its imports, which does not lead back to it, leads to. */
export function shownImports(graph: Graph, from: string, targets: readonly string[]): readonly string[] {
  const below = targets.map((folder) => ({ folder, all: reachable(graph, folder) }));
  return targets.filter(
    (target) => !below.some(({ folder, all }) => folder !== target && !all.has(from) && all.has(target)),
  );
}

function reachable(graph: Graph, from: string, seen = new Set<string>()): ReadonlySet<string> {
  for (const target of graph.get(from) ?? []) {
    if (seen.has(target)) continue;
    seen.add(target);
    reachable(graph, target, seen);
  }
  return seen;
}

function box(folder: string): string {
  return `${folder.replace(/\W/g, '_')}["${folder}"]`;
}
