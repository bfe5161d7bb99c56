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
  const environments = renderEnvironments(selectInput(options.input, selection));
  const root = `${options.output}/manifests`;
  const folders = environments.map(({ platform, environment }) => `${root}/${platform}/${environment}`);
  const isWhole = selection.environment === undefined;
  const strangers = isWhole ? otherFolders(root, folders, selection.platform) : [];
  if (options.check) reportStale(root, environments, strangers);
  else write(root, environments, strangers);
  console.error(`done in ${((performance.now() - started) / 1000).toFixed(2)} s`);
}

function write(
  root: string,
  environments: readonly RenderedEnvironment[],
  strangers: readonly string[],
): void {
  const progress = startProgress(process.stderr);
  const written = writeEnvironments(root, environments, progress.step);
  progress.stop();
  removeFolders(strangers);
  for (const { folder, objects, files, isChanged } of written) {
    console.log(`${folder}: ${objects} objects in ${files} files, ${isChanged ? 'written' : 'unchanged'}`);
  }
  for (const folder of strangers) console.log(`${folder}: removed, no environment renders it`);
}

function reportStale(
  root: string,
  environments: readonly RenderedEnvironment[],
  strangers: readonly string[],
): void {
  let stale = strangers.length;
  for (const { platform, environment, files } of environments) {
    const folder = `${root}/${platform}/${environment}`;
    const differing = differingFiles(folder, files);
    stale += differing.length;
    for (const path of differing) console.log(`${folder}/${path}: differs from what the input renders`);
  }
  for (const folder of strangers) console.log(`${folder}: no environment renders it`);
  if (stale === 0) return;
  console.log('run charthouse synth, and commit what it writes');
  process.exitCode = 1;
}
