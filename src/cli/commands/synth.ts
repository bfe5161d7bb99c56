import { type Command, InvalidArgumentError, Option } from 'commander';
import { isFailed } from '../../reporters/report.ts';
import { createJudge } from '../judge.ts';
import { loadContext } from '../load-context.ts';
import { nowOption } from '../now-option.ts';
import { assertOutside } from '../output-folder.ts';
import { printPreview } from '../print-preview.ts';
import { FORMATS, type Format, renderOutputs } from '../render-outputs.ts';
import { toReport } from '../report-of.ts';
import { type Selection, selectInput } from '../select-input.ts';
import { strangersIn } from '../strangers.ts';
import { isFresh } from '../synth-result.ts';
import { tellSynth } from '../tell-synth.ts';
import { UsageError } from '../usage-error.ts';
import { checkResult, writeResult } from '../write-result.ts';

interface Options {
  readonly input: string;
  readonly output: string;
  readonly only?: ReadonlySet<Format>;
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

function parseFormats(text: string): ReadonlySet<Format> {
  const formats = text.split(',').map((name) => FORMATS.find((format) => format === name.trim()));
  const known = formats.filter((format) => format !== undefined);
  if (known.length < formats.length) throw new InvalidArgumentError(`Formats are ${FORMATS.join(', ')}.`);
  return new Set(known);
}

async function synth(selection: Selection, options: Options): Promise<void> {
  const started = performance.now();
  const { input, output, check = false } = options;
  const formats = formatsOf(selection, options);
  const files = selectInput(input, selection);
  assertOutside(input, output);
  const context = loadContext(options.now);
  const judge = createJudge({ input, today: context.today });
  const outputs = renderOutputs(files, formats, context, judge);
  const place = {
    input,
    output,
    strangersTo: (rendered: readonly string[]) => strangersIn(output, input, rendered, formats, selection),
  };
  const mayPublish = () => !isFailed(toReport(judge.findings, { output, started }));
  const result = check ? await checkResult(outputs, place) : await writeResult(outputs, place, mayPublish);
  const report = toReport(judge.findings, { output, started });
  if (isFailed(report) || (check && result && !isFresh(result))) process.exitCode = 1;
  tellSynth({ result, report, isCheck: check }, files, options);
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
