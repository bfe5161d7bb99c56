import type { Command } from 'commander';
import { otherFolders, removeFolders } from '../../io/folders.ts';
import { differingFiles } from '../../io/staged-folder.ts';
import { startProgress } from '../progress.ts';
import { type RenderedEnvironment, renderEnvironments } from '../render-environments.ts';
import { type Selection, selectInput } from '../select-input.ts';
import { writeEnvironments } from '../write-environments.ts';

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
  const root = `${options.output}/manifests`;
  const environments = renderEnvironments(selectInput(options.input, selection));
  const isWhole = selection.environment === undefined;
  const strangersTo = (folders: readonly string[]) =>
    isWhole ? otherFolders(root, folders, selection.platform) : [];
  if (options.check) reportStale(root, environments, strangersTo);
  else write(root, environments, strangersTo);
  console.error(`done in ${((performance.now() - started) / 1000).toFixed(2)} s`);
}

type StrangersTo = (folders: readonly string[]) => readonly string[];

function write(root: string, environments: Iterable<RenderedEnvironment>, strangersTo: StrangersTo): void {
  const progress = startProgress(process.stderr);
  try {
    const written = writeEnvironments(root, environments, progress.step);
    const strangers = strangersTo(written.map(({ folder }) => folder));
    removeFolders(strangers);
    progress.stop();
    for (const { folder, objects, files, isChanged } of written) {
      console.log(`${folder}: ${objects} objects in ${files} files, ${isChanged ? 'written' : 'unchanged'}`);
    }
    for (const folder of strangers) console.log(`${folder}: removed, no environment renders it`);
  } finally {
    progress.stop();
  }
}

function reportStale(
  root: string,
  environments: Iterable<RenderedEnvironment>,
  strangersTo: StrangersTo,
): void {
  const lines: string[] = [];
  const folders: string[] = [];
  for (const { platform, environment, files } of environments) {
    const folder = `${root}/${platform}/${environment}`;
    folders.push(folder);
    for (const path of differingFiles(folder, files)) {
      lines.push(`${folder}/${path}: differs from what the input renders`);
    }
  }
  for (const folder of strangersTo(folders)) lines.push(`${folder}: no environment renders it`);
  if (lines.length === 0) return;
  console.log([...lines, 'run charthouse synth, and commit what it writes'].join('\n'));
  process.exitCode = 1;
}
