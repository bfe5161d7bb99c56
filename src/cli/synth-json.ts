import { relative } from 'node:path';
import { isFresh, type SynthResult } from '../pipeline/synth-result.ts';
import { type Report, tally } from '../reporters/report.ts';

/** Of the shape: it grows when a reader of the old shape would misread the new one. */
const VERSION = 1;

/**
 * What a run of `synth` did, for programs; undefined when the checks let nothing be written. Two runs that do the same
 * give the same bytes. docs/output.md documents the shape.
 */
export function synthJson(result: SynthResult | undefined, report: Report, isCheck: boolean): string {
  const { error, warning, info, excepted } = tally(report);
  const content = {
    version: VERSION,
    charthouse: report.version,
    result: resultOf(result, isCheck),
    outputs: result?.outputs ?? [],
    removed: result?.removed ?? [],
    left: result?.left ?? [],
    others: (result?.others ?? []).map(({ folder, list }) => ({
      folder,
      input: list?.input === undefined ? null : relative('.', list.input),
    })),
    findings: { errors: error, warnings: warning, infos: info, excepted },
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

function resultOf(result: SynthResult | undefined, isCheck: boolean): string {
  if (result === undefined) return 'refused';
  if (isCheck) return isFresh(result) ? 'fresh' : 'stale';
  return result.outputs.some(({ state }) => state === 'written') || result.removed.length > 0
    ? 'written'
    : 'unchanged';
}
