import { eachEnvironment } from '../config/load.ts';
import type { LoadContext } from '../config/load-context.ts';
import { type Selection, selectInput } from '../io/select-input.ts';
import type { InputFile } from '../model/input-file.ts';
import type { Output } from '../outputs/output.ts';
import type { JudgedEnvironment } from '../reporters/report.ts';
import { createJudge } from './judge.ts';
import { loadContext } from './load-context.ts';
import { renderFolders } from './render-folders.ts';
import type { OutputFolder } from './started-folders.ts';

/** What a run is about. */
export interface RunOptions {
  /** The folder of the platforms. */
  readonly input: string;
  readonly selection: Selection;
  readonly outputs: readonly Output[];
  /** The day that exceptions are held against, `2026-11-21`. */
  readonly today: string;
  /** Files and folders of CRDs besides those the input names. */
  readonly crds?: readonly string[] | undefined;
  /** Whether what is rendered is checked; it is unless somebody else does it. */
  readonly isChecked?: boolean;
}

/** A run that has begun. */
export interface Run {
  /** The files of the input. */
  readonly files: readonly InputFile[];
  /** What reading them was told. */
  readonly context: LoadContext;
  /** Rendered and checked as they are asked for, one at a time. Throws a ConfigError for input that cannot be used. */
  readonly folders: AsyncGenerator<OutputFolder>;
  /** What the checks have found; all of it once the last folder has been read. */
  readonly findings: readonly JudgedEnvironment[];
}

/**
 * The way from the input to its outputs, step by step; `write-run.ts` is the last one, which writes the folders or says
 * what writing them would do. Throws a UsageError for input that is not there.
 */
export function startRun(options: RunOptions): Run {
  const { input, selection, outputs, today, crds, isChecked = true } = options;
  const files = selectInput(input, selection);
  const context = loadContext(today);
  const environments = eachEnvironment(files, context);
  const judge = createJudge({ input, today, crds });
  const folders = renderFolders(environments, outputs, isChecked ? judge : undefined);
  return { files, context, folders, findings: judge.findings };
}
