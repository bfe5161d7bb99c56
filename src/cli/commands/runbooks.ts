import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { renderRunbooks } from '../../../monitoring/runbooks/render.ts';
import { loadEnvironments } from '../../config/load.ts';
import { foldersBelow } from '../../io/folders.ts';
import { removeStale } from '../../io/remove-stale.ts';
import { selectInput } from '../../io/select-input.ts';
import { discard, publish, type StagedFolder, stageFolder } from '../../io/staged-folder.ts';
import { staleFolder } from '../../io/stale-folder.ts';
import type { FileTree } from '../../model/manifest.ts';
import { loadContext } from '../../pipeline/load-context.ts';
import { sortUnrendered } from '../../pipeline/unrendered-folders.ts';
import { today } from '../clock.ts';
import { nowOption } from '../now-option.ts';
import { assertOutside } from '../output-folder.ts';

interface Options {
  readonly input: string;
  readonly output: string;
  readonly check?: boolean;
  readonly now?: string;
}

/** The pages of a platform, and the folder they belong into. */
interface Pages {
  readonly platform: string;
  readonly folder: string;
  readonly tree: FileTree;
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
      const pages = pagesOf(platform, options);
      assertOutside(options.input, options.output);
      if (options.check) reportStale(pages, staleIn(platform, pages, options), options);
      else write(pages, () => staleIn(platform, pages, options), options);
    });
}

/** Platforms that nothing watches have no pages. */
function pagesOf(asked: string | undefined, { input, output, now }: Options): readonly Pages[] {
  const environments = loadEnvironments(selectInput(input, { platform: asked }), loadContext(now ?? today()));
  const platforms = [...new Set(environments.map((environment) => environment.platform))];
  return platforms
    .map((platform) => ({
      platform,
      folder: join(output, platform),
      tree: renderRunbooks(
        platform,
        environments.filter((environment) => environment.platform === platform),
      ),
    }))
    .filter(({ tree }) => tree.size > 0);
}

/** Folders of runbooks that were written from this input, and have none any more. */
function staleIn(
  asked: string | undefined,
  pages: readonly Pages[],
  { input, output }: Options,
): readonly string[] {
  const written = new Set(pages.map(({ folder }) => folder));
  const isAsked = (folder: string) => asked === undefined || folder === join(output, asked);
  const folders = foldersBelow(output).map((folder) => join(folder));
  return sortUnrendered(
    folders.filter((folder) => isAsked(folder) && !written.has(folder)),
    input,
  ).stale;
}

function write(pages: readonly Pages[], staleFolders: () => readonly string[], { input }: Options): void {
  const staged = stageAll(pages, input);
  publish(staged);
  const stale = staleFolders();
  const left = removeStale(stale);
  for (const { folder, files, staging } of staged) {
    console.log(`${folder}: ${files} pages, ${staging === undefined ? 'unchanged' : 'written'}`);
  }
  for (const folder of stale) console.log(`${folder}: removed, nothing watches that platform`);
  const foreign = staged.flatMap(({ folder, foreign: paths }) => paths.map((path) => `${folder}/${path}`));
  for (const file of [...foreign, ...left]) console.error(`${file}: not made by Charthouse, and left`);
  if (staged.length === 0) console.log('no environment has observability: there are no runbooks');
}

function stageAll(pages: readonly Pages[], input: string): readonly StagedFolder[] {
  const staged: StagedFolder[] = [];
  try {
    for (const { folder, platform, tree } of pages)
      staged.push(stageFolder(folder, { input, platform }, tree));
  } catch (error) {
    discard(staged);
    throw error;
  }
  return staged;
}

function reportStale(pages: readonly Pages[], stale: readonly string[], { input }: Options): void {
  const lines = pages.flatMap(({ folder, platform, tree }) => {
    if (!existsSync(folder)) return [`${folder}: missing`];
    const { changed, removed } = staleFolder(folder, { input, platform }, tree);
    return [...changed, ...removed].sort().map((file) => `${folder}/${file}: differs`);
  });
  lines.push(...stale.map((folder) => `${folder}: nothing watches that platform`));
  if (lines.length === 0) return;
  console.log([...lines, 'run charthouse runbooks, and commit what it writes'].join('\n'));
  process.exitCode = 1;
}
