import pc from 'picocolors';
import { type Placing, withPlaces } from '../pipeline/report-of.ts';
import { countingForeign, type FolderResult, type SynthResult } from '../pipeline/synth-result.ts';
import { isFailed, type Report, tally } from '../reporters/report.ts';
import { reportTerminal } from '../reporters/terminal.ts';
import { countsText } from '../reporters/wording.ts';
import { othersText } from './others-text.ts';
import { synthJson } from './synth-json.ts';

/** What a run of `synth` did and found; no result when the checks let nothing be written. */
export interface SynthRun {
  readonly result: SynthResult | undefined;
  readonly report: Report;
  readonly isCheck: boolean;
}

/** Tells what was done on standard output, and what is wrong on the other. `input` is what places are found out from. */
export function tellSynth(
  { result, report, isCheck }: SynthRun,
  input: Placing,
  { json = false, quiet = false }: { readonly json?: boolean; readonly quiet?: boolean },
): void {
  if (json) process.stdout.write(synthJson(result, report, isCheck));
  else if (result && isCheck) tellStale(result);
  else if (result && !quiet) tellWritten(result);
  if (result) tellForeign(result, quiet);
  tellFindings(report, input);
  if (!quiet) tellEnd(report, isCheck);
}

/** Tells what was written, a line for each folder. */
function tellWritten({ outputs, removed }: SynthResult): void {
  for (const { folder, objects, files, state } of outputs) {
    console.log(`${folder}: ${objects} objects in ${files} files, ${state}`);
  }
  for (const folder of removed) console.log(`${folder}: removed, nothing renders it`);
}

/** Tells what is stale, a line for each file; nothing where nothing is. */
function tellStale(result: SynthResult): void {
  const lines = result.outputs.flatMap(staleLines);
  lines.push(...result.removed.map((folder) => `${folder}: nothing renders it`));
  if (lines.length === 0) return;
  console.log([...lines, 'run charthouse synth, and commit what it writes'].join('\n'));
}

function staleLines({ folder, changed, removed }: FolderResult): readonly string[] {
  return [...changed, ...removed]
    .sort()
    .map((file) => `${folder}/${file}: differs from what the input renders`);
}

/** Tells of files and folders that Charthouse did not make, and has left. */
function tellForeign({ outputs, left, others }: SynthResult, isQuiet: boolean): void {
  for (const { folder, foreign } of outputs) {
    for (const file of countingForeign(foreign))
      console.error(`${folder}/${file}: not made by Charthouse, and left; move it out of the folder: ${WHY}`);
  }
  for (const file of left) console.error(`${file}: not made by Charthouse, and left`);
  const text = isQuiet ? undefined : othersText(others);
  if (text !== undefined) console.error(text);
}

const WHY = 'what is delivered from here takes it along, and --check fails';

/** Errors and warnings are told whole; of infos and exceptions, `charthouse check` tells more than their number. */
function tellFindings(report: Report, input: Placing): void {
  const { error, warning } = tally(report);
  if (error + warning === 0) return;
  const environments = report.environments.map((environment) => ({
    ...environment,
    findings: environment.findings.filter(({ severity, exception }) => severity !== 'info' && !exception),
  }));
  const isColoured = process.stderr.isTTY && pc.isColorSupported;
  console.error(reportTerminal(withPlaces({ ...report, environments }, input), isColoured));
}

/** The last line: how long it took, and how much the checks found. */
function tellEnd(report: Report, isCheck: boolean): void {
  const result = `${report.seconds.toFixed(2)} s; ${report.checks.length} checks: ${countsText(report)}`;
  const isRefused = isFailed(report) && !isCheck;
  console.error(isRefused ? `nothing was written, ${result}` : `done in ${result}`);
}
