import { type Command, InvalidArgumentError } from 'commander';
import { removeFolders } from '../../io/folders.ts';
import { differingFiles } from '../../io/staged-folder.ts';
import { startProgress } from '../progress.ts';
import { FORMATS, type Format, type Output, renderOutputs } from '../render-outputs.ts';
import { type Selection, selectInput } from '../select-input.ts';
import { strangersIn } from '../strangers.ts';
import { UsageError } from '../usage-error.ts';
import { writeOutputs } from '../write-outputs.ts';

interface Options {
  readonly input: string;
  readonly output: string;
  readonly only?: ReadonlySet<Format>;
  readonly check?: boolean;
}

/** Adds `charthouse synth [platform] [environment]`. */
export function addSynth(program: Command): void {
  program
    .command('synth')
    .description(
      'render everything into dist/; with a platform and an environment, the manifests of that alone',
    )
    .argument('[platform]', 'name of a folder in environments/')
    .argument('[environment]', 'name of one of its files, without .yaml')
    .option('--input <folder>', 'folder of the platforms', 'environments')
    .option('--output <folder>', 'folder to render into', 'dist')
    .option('--only <formats>', `formats to render, with commas between: ${FORMATS.join(', ')}`, parseFormats)
    .option('--check', 'write nothing; exit 1 when the folder is not what the input renders')
    .action((platform: string | undefined, environment: string | undefined, options: Options) => {
      synth({ platform, environment }, options);
    });
}

function parseFormats(text: string): ReadonlySet<Format> {
  const formats = text.split(',').map((name) => FORMATS.find((format) => format === name.trim()));
  const known = formats.filter((format) => format !== undefined);
  if (known.length < formats.length) throw new InvalidArgumentError(`Formats are ${FORMATS.join(', ')}.`);
  return new Set(known);
}

function synth(selection: Selection, options: Options): void {
  const started = performance.now();
  // Kustomize and Helm say what environments have in common, so they need all of them.
  const usual: readonly Format[] = selection.environment === undefined ? FORMATS : ['manifests'];
  const formats = options.only ?? new Set(usual);
  if (selection.environment !== undefined && [...formats].some((format) => format !== 'manifests')) {
    throw new UsageError(
      'one environment has manifests alone; kustomize and helm are made from all of a platform',
    );
  }
  const outputs = renderOutputs(selectInput(options.input, selection), formats);
  const strangersTo = (rendered: readonly string[]) =>
    strangersIn(options.output, rendered, formats, selection);
  if (options.check) reportStale(options.output, outputs, strangersTo);
  else write(options.output, outputs, strangersTo);
  console.error(`done in ${((performance.now() - started) / 1000).toFixed(2)} s`);
}

type StrangersTo = (rendered: readonly string[]) => readonly string[];

function write(root: string, outputs: Iterable<Output>, strangersTo: StrangersTo): void {
  const progress = startProgress(process.stderr);
  try {
    const written = writeOutputs(outputs, ({ folder }) => `${root}/${folder}`, progress.step);
    const strangers = strangersTo(written.map(({ folder }) => folder));
    removeFolders(strangers);
    progress.stop();
    for (const { output, folder, files, isChanged } of written) {
      const state = isChanged ? 'written' : 'unchanged';
      console.log(`${folder}: ${output.objects()} objects in ${files} files, ${state}`);
    }
    for (const folder of strangers) console.log(`${folder}: removed, nothing renders it`);
  } finally {
    progress.stop();
  }
}

function reportStale(root: string, outputs: Iterable<Output>, strangersTo: StrangersTo): void {
  const lines: string[] = [];
  const folders: string[] = [];
  for (const { folder: path, files } of outputs) {
    const folder = `${root}/${path}`;
    folders.push(folder);
    for (const file of differingFiles(folder, files)) {
      lines.push(`${folder}/${file}: differs from what the input renders`);
    }
  }
  for (const folder of strangersTo(folders)) lines.push(`${folder}: nothing renders it`);
  if (lines.length === 0) return;
  console.log([...lines, 'run charthouse synth, and commit what it writes'].join('\n'));
  process.exitCode = 1;
}
