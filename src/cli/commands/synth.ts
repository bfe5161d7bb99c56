import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Selection, selectInput } from '../../io/select-input.ts';
import { UsageError } from '../../io/usage-error.ts';
import type { Output } from '../../outputs/output.ts';
import { outputs } from '../../outputs/outputs.ts';
import { compareResult, type Place, writeResult } from '../../pipeline/folder-results.ts';
import { loadContext } from '../../pipeline/load-context.ts';
import { outputsOf } from '../../pipeline/outputs-of.ts';
import { type Run, startRun } from '../../pipeline/pipeline.ts';
import { toReport } from '../../pipeline/report-of.ts';
import { isFresh } from '../../pipeline/synth-result.ts';
import { unrenderedFolders } from '../../pipeline/unrendered-folders.ts';
import { isFailed } from '../../reporters/report.ts';
import { secondsSince, today } from '../clock.ts';
import { watchInterruption } from '../interruption.ts';
import { nowOption } from '../now-option.ts';
import { assertOutside } from '../output-folder.ts';
import { printPreview } from '../print-preview.ts';
import { startProgress } from '../progress.ts';
import { tellSynth } from '../tell-synth.ts';

const FORMATS = outputs.map(({ name }) => name);

interface Options {
  readonly input: string;
  readonly output: string;
  readonly only?: readonly Output[];
  readonly check?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly preview?: string;
  readonly tag?: string;
  readonly now?: string;
}

/** Adds `charthouse synth [platform] [environment]`. */
export function addSynth(program: Command): void {
  const onlyWithout = ['check', 'only', 'json'];
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
    .addOption(new Option('--quiet', 'tell what is wrong and nothing else').conflicts('json'))
    .option('--json', 'print what was done as JSON')
    .addOption(
      new Option('--preview <preview>', 'print a preview: number of a pull request, or a name').conflicts(
        onlyWithout,
      ),
    )
    .option('--tag <tag>', "tag of the previewed images; those of the environment's if not said")
    .addOption(nowOption())
    .action(async (platform: string | undefined, environment: string | undefined, options: Options) => {
      if (options.preview === undefined && options.tag === undefined)
        await synth({ platform, environment }, options);
      else synthPreview({ platform, environment }, options);
    });
}

function parseFormats(text: string): readonly Output[] {
  const formats = text.split(',').map((name) => name.trim());
  const unknown = formats.filter((format) => !FORMATS.includes(format));
  if (unknown.length > 0) throw new InvalidArgumentError(`Formats are ${FORMATS.join(', ')}.`);
  return outputs.filter(({ name }) => formats.includes(name));
}

async function synth(selection: Selection, options: Options): Promise<void> {
  const started = performance.now();
  const { input, output, check = false, now = today() } = options;
  const formats = formatsOf(selection, options);
  assertOutside(input, output);
  const run = startRun({ input, selection, outputs: formats, today: now });
  const reportOf = () => toReport(run.findings, { output, seconds: secondsSince(started) });
  const place = {
    input,
    output,
    unrendered: (rendered: readonly string[]) =>
      unrenderedFolders(output, input, rendered, formats, selection),
  };
  const mayPublish = () => !isFailed(reportOf());
  const result = check
    ? await compareResult(run.folders, place)
    : await write(run.folders, place, mayPublish);
  const report = reportOf();
  if (isFailed(report) || (check && result && !isFresh(result))) process.exitCode = 1;
  tellSynth({ result, report, isCheck: check }, run, options);
}

async function write(folders: Run['folders'], place: Place, mayPublish: () => boolean) {
  const progress = startProgress(process.stderr);
  const interruption = watchInterruption();
  const { assertNone: assertWanted } = interruption;
  try {
    return await writeResult(folders, place, { onStart: progress.step, assertWanted, mayPublish });
  } finally {
    interruption.stop();
    progress.stop();
  }
}

function formatsOf(selection: Selection, { only }: Options): readonly Output[] {
  const formats = outputsOf(only ?? outputs, selection);
  const others = (only ?? []).filter((output) => !formats.includes(output)).map(({ name }) => name);
  if (others.length === 0) return formats;
  const whole = selection.environment === undefined ? 'all platforms' : 'all environments of a platform';
  throw new UsageError(
    `${others.join(' and ')} can only be made from ${whole}; leave out --only, or say less`,
  );
}

function synthPreview(
  { platform, environment }: Selection,
  { input, preview, tag, now }: Pick<Options, 'input' | 'preview' | 'tag' | 'now'>,
): void {
  if (preview === undefined) throw new UsageError('--tag is for --preview');
  if (platform === undefined) throw new UsageError('say the platform: charthouse synth PLATFORM --preview');
  if (environment !== undefined)
    throw new UsageError('previews are of the one environment that the input gives them; leave it out');
  printPreview(selectInput(input, { platform }), platform, { preview, tag }, loadContext(now ?? today()));
}
