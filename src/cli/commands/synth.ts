import { type Command, InvalidArgumentError, Option } from 'commander';
import pc from 'picocolors';
import { removeFolders } from '../../io/folders.ts';
import { differingFiles } from '../../io/staged-folder.ts';
import type { InputFile } from '../../model/input-file.ts';
import { isFailed, type Report, tally } from '../../reporters/report.ts';
import { reportTerminal } from '../../reporters/terminal.ts';
import { countsText } from '../../reporters/wording.ts';
import { createJudge } from '../judge.ts';
import { loadContext } from '../load-context.ts';
import { nowOption } from '../now-option.ts';
import { printPreview } from '../print-preview.ts';
import { startProgress } from '../progress.ts';
import { FORMATS, type Format, type Output, renderOutputs } from '../render-outputs.ts';
import { toReport, withPlaces } from '../report-of.ts';
import { type Selection, selectInput } from '../select-input.ts';
import { strangersIn } from '../strangers.ts';
import { UsageError } from '../usage-error.ts';
import { writeOutputs } from '../write-outputs.ts';

interface Options {
  readonly input: string;
  readonly output: string;
  readonly only?: ReadonlySet<Format>;
  readonly check?: boolean;
  readonly preview?: string;
  readonly tag?: string;
  readonly now?: string;
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
    .addOption(
      new Option('--preview <preview>', 'print a preview: number of a pull request, or a name').conflicts([
        'check',
        'only',
      ]),
    )
    .option('--tag <tag>', "tag of the previewed images; those of the environment's if not said")
    .addOption(nowOption())
    .action(async (platform: string | undefined, environment: string | undefined, options: Options) => {
      if (options.preview === undefined && options.tag === undefined)
        await synth({ platform, environment }, options);
      else synthPreview({ platform, environment }, options);
    });
}

function parseFormats(text: string): ReadonlySet<Format> {
  const formats = text.split(',').map((name) => FORMATS.find((format) => format === name.trim()));
  const known = formats.filter((format) => format !== undefined);
  if (known.length < formats.length) throw new InvalidArgumentError(`Formats are ${FORMATS.join(', ')}.`);
  return new Set(known);
}

async function synth(selection: Selection, options: Options): Promise<void> {
  const started = performance.now();
  const formats = formatsOf(selection, options);
  const files = selectInput(options.input, selection);
  const context = loadContext(options.now);
  const judge = createJudge({ input: options.input, today: context.today });
  const outputs = renderOutputs(files, formats, context, judge);
  const strangersTo = (rendered: readonly string[]) =>
    strangersIn(options.output, rendered, formats, selection);
  const report = () => toReport(judge.findings, { output: options.output, started });
  if (options.check) await reportStale(options.output, outputs, strangersTo);
  else await write(options.output, outputs, strangersTo, () => !isFailed(report()));
  tell(report(), files);
}

// Kustomize and Helm say what environments have in common, so they need all of them.
function formatsOf({ environment }: Selection, { only }: Options): ReadonlySet<Format> {
  if (environment === undefined) return only ?? new Set(FORMATS);
  const formats = only ?? new Set(['manifests'] as const);
  if ([...formats].every((format) => format === 'manifests')) return formats;
  throw new UsageError(
    'one environment has manifests alone; kustomize, helm and argocd are made from all of a platform',
  );
}

/** Errors and warnings are told whole; of infos and exceptions, `charthouse check` tells more than their number. */
function tell(report: Report, files: readonly InputFile[]): void {
  const { error, warning } = tally(report);
  if (error + warning > 0) {
    const environments = report.environments.map((environment) => ({
      ...environment,
      findings: environment.findings.filter(({ severity, exception }) => severity !== 'info' && !exception),
    }));
    const isColoured = process.stderr.isTTY && pc.isColorSupported;
    console.error(reportTerminal(withPlaces({ ...report, environments }, files), isColoured));
  }
  const result = `${report.seconds.toFixed(2)} s; ${report.checks.length} checks: ${countsText(report)}`;
  if (isFailed(report)) process.exitCode = 1;
  console.error(isFailed(report) ? `nothing was written, ${result}` : `done in ${result}`);
}

function synthPreview(
  { platform, environment }: Selection,
  { input, preview, tag, now }: Pick<Options, 'input' | 'preview' | 'tag' | 'now'>,
): void {
  if (preview === undefined) throw new UsageError('--tag is for --preview');
  if (platform === undefined) throw new UsageError('say the platform: charthouse synth PLATFORM --preview');
  if (environment !== undefined)
    throw new UsageError('previews are of the one environment that the input gives them; leave it out');
  printPreview(selectInput(input, { platform }), platform, { preview, tag }, loadContext(now));
}

type StrangersTo = (rendered: readonly string[]) => readonly string[];

async function write(
  root: string,
  outputs: AsyncIterable<Output>,
  strangersTo: StrangersTo,
  mayPublish: () => boolean,
): Promise<void> {
  const progress = startProgress(process.stderr);
  try {
    const options = { onStart: progress.step, mayPublish };
    const written = await writeOutputs(outputs, ({ folder }) => `${root}/${folder}`, options);
    if (!written) return;
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

async function reportStale(
  root: string,
  outputs: AsyncIterable<Output>,
  strangersTo: StrangersTo,
): Promise<void> {
  const lines: string[] = [];
  const folders: string[] = [];
  for await (const { folder: path, files } of outputs) {
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
