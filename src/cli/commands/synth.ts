import type { Command } from 'commander';
import { differingFiles, otherFolders, removeFolders, writeFolders } from '../../io/write-tree.ts';
import { startProgress } from '../progress.ts';
import { type RenderedEnvironment, renderEnvironments } from '../render-environments.ts';
import { type Selection, selectInput } from '../select-input.ts';

interface Options {
  readonly input: string;
  readonly output: string;
  readonly check?: boolean;
}

/** Adds `charthouse synth [platform] [environment]`. */
export function addSynth(program: Command): void {
  program
    .command('synth')
    .description('render manifests into dist/; with a platform and an environment, only those')
    .argument('[platform]', 'name of a folder in environments/')
    .argument('[environment]', 'name of one of its files, without .yaml')
    .option('--input <folder>', 'folder of the platforms', 'environments')
    .option('--output <folder>', 'folder to render into', 'dist')
    .option('--check', 'write nothing; exit 1 when the folder is not what the input renders')
    .action((platform: string | undefined, environment: string | undefined, options: Options) => {
      synth({ platform, environment }, options);
    });
}

function synth(selection: Selection, options: Options): void {
  const started = performance.now();
  const progress = startProgress(process.stderr);
  const rendered = renderEnvironments(selectInput(options.input, selection), progress.step);
  progress.stop();
  const root = `${options.output}/manifests`;
  const contents = rendered.map((item) => ({
    folder: `${root}/${item.platform}/${item.environment}`,
    ...item,
  }));
  const kept = contents.map(({ folder }) => folder);
  const strangers = selection.environment === undefined ? otherFolders(root, kept, selection.platform) : [];
  if (options.check) reportStale(contents, strangers);
  else write(contents, strangers);
  console.error(`done in ${((performance.now() - started) / 1000).toFixed(2)} s`);
}

type Content = RenderedEnvironment & { readonly folder: string };

function write(contents: readonly Content[], strangers: readonly string[]): void {
  const changed = new Set(writeFolders(contents));
  removeFolders(strangers);
  for (const { folder, objects, tree } of contents) {
    const state = changed.has(folder) ? 'written' : 'unchanged';
    console.log(`${folder}: ${objects} objects in ${tree.size} files, ${state}`);
  }
  for (const folder of strangers) console.log(`${folder}: removed, no environment renders it`);
}

function reportStale(contents: readonly Content[], strangers: readonly string[]): void {
  const stale = contents.flatMap(({ folder, tree }) => differingFiles(folder, tree));
  for (const file of stale) console.log(`${file}: differs from what the input renders`);
  for (const folder of strangers) console.log(`${folder}: no environment renders it`);
  if (stale.length + strangers.length === 0) return;
  console.log('run charthouse synth, and commit what it writes');
  process.exitCode = 1;
}
