import { type Command, Option } from 'commander';
import pc from 'picocolors';
import type { Selection } from '../../io/select-input.ts';
import { refused } from '../../io/usage-error.ts';
import { writeWhole } from '../../io/write-file.ts';
import type { Finding } from '../../model/finding.ts';
import { outputs } from '../../outputs/outputs.ts';
import { outputsOf } from '../../pipeline/outputs-of.ts';
import { type Run, startRun } from '../../pipeline/pipeline.ts';
import { toReport, withPlaces } from '../../pipeline/report-of.ts';
import { type ReportFormat, reporters } from '../../reporters/index.ts';
import { isFailed, type Report } from '../../reporters/report.ts';
import { countsText } from '../../reporters/wording.ts';
import { secondsSince, today } from '../clock.ts';
import { nowOption } from '../now-option.ts';
import { startProgress } from '../progress.ts';

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
    .option(
      '--infos',
      'tell infos one by one, and with their line of the input; other formats tell them without it otherwise',
    )
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
  const { input, crds, strict, infos = false, now = today(), format } = options;
  // Of the outputs, only those with objects of their own have anything to check that environments have not.
  const made = outputsOf(outputs, selection).filter(({ hasOwnObjects }) => hasOwnObjects);
  const run = startRun({ input, selection, outputs: made, today: now, crds });
  await readAll(run);
  const seconds = secondsSince(started);
  const report = toReport(run.findings, { isStrict: strict, tellsInfos: infos, seconds });
  // An info can come with each image, and to find a line takes a moment.
  const isTold = (finding: Finding) =>
    (infos || finding.severity !== 'info') && (format !== 'terminal' || !finding.exception);
  const placed = withPlaces(report, { ...run, isTold });
  tell(placed, options);
  if (isFailed(placed)) process.exitCode = 1;
}

async function readAll({ folders }: Run): Promise<void> {
  const progress = startProgress(process.stderr);
  try {
    for await (const { folder } of folders) progress.step(folder);
  } finally {
    progress.stop();
  }
}

function tell(report: Report, { format, output }: Options): void {
  if (output === undefined) {
    process.stdout.write(reporters[format](report, process.stdout.isTTY && pc.isColorSupported));
    return;
  }
  refused(`${output} cannot be written`, () => writeWhole(output, reporters[format](report, false)));
  console.error(`${output}: ${countsText(report)}`);
}
