import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { loadEnvironments } from '../../config/load.ts';
import { filesWithout } from '../../io/files-without.ts';
import { filesIn, foldersBelow, removeFolders } from '../../io/folders.ts';
import { differingFiles, discard, publish, type StagedFolder, stageFolder } from '../../io/staged-folder.ts';
import type { FileTree } from '../../model/manifest.ts';
import { MADE_BY } from '../../observability/runbooks/markdown.ts';
import { renderRunbooks } from '../../observability/runbooks/render.ts';
import { loadContext } from '../load-context.ts';
import { nowOption } from '../now-option.ts';
import { selectInput } from '../select-input.ts';
import { refused, UsageError } from '../usage-error.ts';

interface Options {
  readonly input: string;
  readonly output: string;
  readonly check?: boolean;
  readonly now?: string;
}

/** Pages by the folder they belong into. */
type Trees = ReadonlyMap<string, FileTree>;

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
      refused(`${options.output} cannot be used`, () => {
        const strangers = strangersIn(platform, trees, options);
        if (options.check) reportStale(trees, strangers);
        else write(trees, strangers);
      });
    });
}

/** Platforms that nothing watches have no pages. */
function treesOf(platform: string | undefined, { input, output, now }: Options): Trees {
  const environments = loadEnvironments(selectInput(input, { platform }), loadContext(now));
  const platforms = [...new Set(environments.map((environment) => environment.platform))];
  const trees = platforms.map((name): [string, FileTree] => [
    folderOf(name, output),
    renderRunbooks(
      name,
      environments.filter((environment) => environment.platform === name),
    ),
  ]);
  return new Map(trees.filter(([, tree]) => tree.size > 0));
}

function folderOf(platform: string, output: string): string {
  return join(output, platform);
}

/** Folders of runbooks that no platform has. What holds anything else is not looked at: it may be anybody's. */
function strangersIn(platform: string | undefined, trees: Trees, { output }: Options): readonly string[] {
  const isAsked = (folder: string) => platform === undefined || folder === folderOf(platform, output);
  return foldersBelow(output)
    .map((folder) => join(folder))
    .filter((folder) => isAsked(folder) && !trees.has(folder) && filesIn(folder).length > 0)
    .filter((folder) => filesWithout(MADE_BY, folder).length === 0);
}

function write(trees: Trees, strangers: readonly string[]): void {
  for (const folder of trees.keys()) assertRunbooks(folder);
  const staged = stageAll(trees);
  publish(staged);
  removeFolders(strangers);
  for (const { folder, files, staging } of staged) {
    console.log(`${folder}: ${files} pages, ${staging === undefined ? 'unchanged' : 'written'}`);
  }
  for (const folder of strangers) console.log(`${folder}: removed, nothing watches that platform`);
  if (staged.length === 0) console.log('no environment has observability: there are no runbooks');
}

/** The folder is replaced as a whole: pages that somebody wrote there, or an input, would be gone. */
function assertRunbooks(folder: string): void {
  const [foreign] = filesWithout(MADE_BY, folder);
  if (foreign === undefined) return;
  const file = join(folder, foreign);
  throw new UsageError(
    `${folder} is replaced as a whole, and ${file} is none of its pages; move it elsewhere, or say another --output`,
  );
}

function stageAll(trees: Trees): readonly StagedFolder[] {
  const staged: StagedFolder[] = [];
  try {
    for (const [folder, tree] of trees) staged.push(stageFolder(folder, tree));
  } catch (error) {
    discard(staged);
    throw error;
  }
  return staged;
}

function reportStale(trees: Trees, strangers: readonly string[]): void {
  const lines = [...trees].flatMap(([folder, tree]) =>
    existsSync(folder)
      ? differingFiles(folder, tree).map((file) => `${folder}/${file}: differs`)
      : [`${folder}: missing`],
  );
  lines.push(...strangers.map((folder) => `${folder}: nothing watches that platform`));
  if (lines.length === 0) return;
  console.log([...lines, 'run charthouse runbooks, and commit what it writes'].join('\n'));
  process.exitCode = 1;
}
