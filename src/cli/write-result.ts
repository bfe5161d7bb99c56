import type { StagedFolder } from '../io/staged-folder.ts';
import { staleFolder } from '../io/stale-folder.ts';
import { startProgress } from './progress.ts';
import type { Output } from './render-outputs.ts';
import type { Strangers } from './strangers.ts';
import type { FolderResult, SynthResult } from './synth-result.ts';
import { removeStale, writeOutputs } from './write-outputs.ts';

/** Where a run reads and writes, and what it finds there that it did not render. */
export interface Place {
  readonly input: string;
  readonly output: string;
  readonly strangersTo: (rendered: readonly string[]) => Strangers;
}

/** Writes outputs and removes what is stale; undefined when they may not be published. */
export async function writeResult(
  outputs: AsyncIterable<Output>,
  { input, output: root, strangersTo }: Place,
  mayPublish: () => boolean,
): Promise<SynthResult | undefined> {
  const progress = startProgress(process.stderr);
  try {
    const options = { onStart: progress.step, mayPublish };
    const written = await writeOutputs(outputs, input, ({ folder }) => `${root}/${folder}`, options);
    if (!written) return undefined;
    const { stale, others } = strangersTo(written.map(({ staged }) => staged.folder));
    const left = removeStale(stale);
    const results = written.map(({ output, staged }) => folderResult(output, staged));
    return { outputs: results, removed: stale, left, others };
  } finally {
    progress.stop();
  }
}

function folderResult({ format, platform, objects }: Output, staged: StagedFolder): FolderResult {
  const { folder, files, staging, changed, removed, foreign } = staged;
  const state = staging === undefined ? 'unchanged' : 'written';
  return { folder, format, platform, objects: objects(), files, state, changed, removed, foreign };
}

/** What writing would do. Nothing is written. */
export async function checkResult(
  outputs: AsyncIterable<Output>,
  { input, output: root, strangersTo }: Place,
): Promise<SynthResult> {
  const results: FolderResult[] = [];
  for await (const { folder: path, format, platform, files, objects } of outputs) {
    const folder = `${root}/${path}`;
    const { isStale, count, ...differences } = staleFolder(folder, { input, platform }, files);
    const state = isStale ? 'stale' : 'unchanged';
    results.push({ folder, format, platform, objects: objects(), files: count, state, ...differences });
  }
  const { stale, others } = strangersTo(results.map(({ folder }) => folder));
  return { outputs: results, removed: stale, left: [], others };
}
