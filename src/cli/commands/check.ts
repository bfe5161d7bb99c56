import { type Command, Option } from 'commander';
import pc from 'picocolors';
import { writeWhole } from '../../io/write-file.ts';
import type { InputFile } from '../../model/input-file.ts';
import { type ReportFormat, reporters } from '../../reporters/index.ts';
import { isFailed, type JudgedEnvironment, type Report } from '../../reporters/report.ts';
import { countsText } from '../../reporters/wording.ts';
import { createJudge } from '../judge.ts';
import { loadContext } from '../load-context.ts';
import { nowOption } from '../now-option.ts';
import { startProgress } from '../progress.ts';
import { renderOutputs } from '../render-outputs.ts';
import { toReport, withPlaces } from '../report-of.ts';
import { type Selection, selectInput } from '../select-input.ts';
import { refused } from '../usage-error.ts';

interface Options {
  readonly format: ReportFormat;
  readonly input: string;
  readonly output?: string;
  readonly strict?: boolean;
  readonly infos?: boolean;
  readonly crds?: readonly string[];
  readonly now?: string;
}

/** Adds `charthouse check [platform] [environment]`. */
export function addCheck(program: Command): void {
  const formats = Object.keys(reporters);
  program
    .command('check')
    .description('judge what the input renders, without a cluster; exit 1 when there is an error')
    .argument('[platform]', 'name of a folder in environments/')
    .argument('[environment]', 'name of one of its files, without .yaml')
    .addOption(new Option('--format <format>', 'how findings are told').choices(formats).default('terminal'))
    .option('--output <file>', 'file to write them to, instead of standard output')
    .option('--strict', 'exit 1 on a warning too')
    .option('--infos', 'tell infos one by one at the terminal; the other formats always do')
    .option(
      '--crds <path>',
      'file or folder of custom resource definitions, besides those the input names; may be repeated',
      (path: string, before: readonly string[] = []) => [...before, path],
    )
    .addOption(nowOption())
    .option('--input <folder>', 'folder of the platforms', 'environments')
    .action(async (platform: string | undefined, environment: string | undefined, options: Options) => {
      await check({ platform, environment }, options);
    });
}

async function check(selection: Selection, options: Options): Promise<void> {
  const started = performance.now();
  const files = selectInput(options.input, selection);
  const environments = await judgeInput(files, selection.environment === undefined, options);
  const { strict, infos = false } = options;
  const report = withPlaces(toReport(environments, { isStrict: strict, tellsInfos: infos, started }), files);
  tell(report, options);
  if (isFailed(report)) process.exitCode = 1;
}

async function judgeInput(
  files: readonly InputFile[],
  isWhole: boolean,
  { input, now, crds }: Options,
): Promise<readonly JudgedEnvironment[]> {
  const context = loadContext(now);
  const judge = createJudge({ input, today: context.today, crds });
  const progress = startProgress(process.stderr);
  try {
    // Of a single environment nobody knows how the platform is delivered.
    const formats = new Set(isWhole ? (['argocd'] as const) : []);
    for await (const { folder } of renderOutputs(files, formats, context, judge)) progress.step(folder);
  } finally {
    progress.stop();
  }
  return judge.findings;
}

function tell(report: Report, { format, output }: Options): void {
  if (output === undefined) {
    process.stdout.write(reporters[format](report, process.stdout.isTTY && pc.isColorSupported));
    return;
  }
  refused(`${output} cannot be written`, () => writeWhole(output, reporters[format](report, false)));
  console.error(`${output}: ${countsText(report)}`);
}
