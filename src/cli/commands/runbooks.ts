import type { Command } from 'commander';
import { loadEnvironments } from '../../config/load.ts';
import { foldersBelow, removeFolders } from '../../io/folders.ts';
import { differingFiles, publish, stageFolder } from '../../io/staged-folder.ts';
import type { FileTree } from '../../model/manifest.ts';
import { renderRunbooks } from '../../observability/runbooks/render.ts';
import { loadContext } from '../load-context.ts';
import { nowOption } from '../now-option.ts';
import { selectInput } from '../select-input.ts';

interface Options {
  readonly input: string;
  readonly output: string;
  readonly check?: boolean;
  readonly now?: string;
}

/** Adds `charthouse runbooks [platform]`. */
export function addRunbooks(program: Command): void {
  program
    .command('runbooks')
    .description('write what to do when an alert fires, a page for each, with its own queries')
    .argument('[platform]', 'name of a folder in environments/')
    .option('--input <folder>', 'folder of the platforms', 'environments')
    .option('--output <folder>', 'folder to write into', 'docs/runbooks')
    .option('--check', 'write nothing; exit 1 when the folder is not what the input gives')
    .addOption(nowOption())
    .action((platform: string | undefined, options: Options) => {
      const trees = treesOf(platform, options);
      const strangers = strangersIn(platform, trees, options);
      if (options.check) reportStale(trees, strangers, options);
      else write(trees, strangers, options);
    });
}

/** Pages by platform; platforms that nothing watches have none. */
function treesOf(platform: string | undefined, options: Options): ReadonlyMap<string, FileTree> {
  const environments = loadEnvironments(selectInput(options.input, { platform }), loadContext(options.now));
  const platforms = [...new Set(environments.map((environment) => environment.platform))];
  const trees = platforms.map((name): [string, FileTree] => [
    name,
    renderRunbooks(
      name,
      environments.filter((environment) => environment.platform === name),
    ),
  ]);
  return new Map(trees.filter(([, tree]) => tree.size > 0));
}

function strangersIn(
  platform: string | undefined,
  trees: ReadonlyMap<string, FileTree>,
  { output }: Options,
): readonly string[] {
  const isKnown = (folder: string) => trees.has(folder.slice(output.length + 1));
  const isAsked = (folder: string) => platform === undefined || folder === `${output}/${platform}`;
  return foldersBelow(output).filter((folder) => isAsked(folder) && !isKnown(folder));
}

function write(
  trees: ReadonlyMap<string, FileTree>,
  strangers: readonly string[],
  { output }: Options,
): void {
  const staged = [...trees].map(([platform, tree]) => stageFolder(`${output}/${platform}`, tree));
  publish(staged);
  removeFolders(strangers);
  for (const { folder, files, staging } of staged) {
    console.log(`${folder}: ${files} pages, ${staging === undefined ? 'unchanged' : 'written'}`);
  }
  for (const folder of strangers) console.log(`${folder}: removed, nothing watches that platform`);
  if (staged.length === 0) console.log('no environment has observability: there are no runbooks');
}

function reportStale(
  trees: ReadonlyMap<string, FileTree>,
  strangers: readonly string[],
  { output }: Options,
): void {
  const lines = [...trees].flatMap(([platform, tree]) =>
    differingFiles(`${output}/${platform}`, tree).map((file) => `${output}/${platform}/${file}: differs`),
  );
  lines.push(...strangers.map((folder) => `${folder}: nothing watches that platform`));
  if (lines.length === 0) return;
  console.log([...lines, 'run charthouse runbooks, and commit what it writes'].join('\n'));
  process.exitCode = 1;
}
