import { removeStale } from '../io/remove-stale.ts';
import type { StagedFolder } from '../io/staged-folder.ts';
import { staleFolder } from '../io/stale-folder.ts';
import type { OutputFolder } from './started-folders.ts';
import type { FolderResult, SynthResult } from './synth-result.ts';
import type { UnrenderedFolders } from './unrendered-folders.ts';
import { type WriteHooks, writeFolders } from './write-folders.ts';

/** Where a run reads and writes, and what there is that it did not render. */
export interface Place {
  readonly input: string;
  /** The folder of all output. */
  readonly output: string;
  /** What is there besides the folders that were rendered. */
  readonly unrendered: (rendered: readonly string[]) => UnrenderedFolders;
}

/** Writes folders and removes what is stale; undefined when they may not be published. */
export async function writeResult(
  folders: AsyncIterable<OutputFolder>,
  { input, output: root, unrendered }: Place,
  hooks: WriteHooks,
): Promise<SynthResult | undefined> {
  const written = await writeFolders(folders, input, ({ folder }) => `${root}/${folder}`, hooks);
  if (!written) return undefined;
  const { stale, others } = unrendered(written.map(({ staged }) => staged.folder));
  const left = removeStale(stale);
  const results = written.map(({ output, staged }) => folderResult(output, staged));
  return { outputs: results, removed: stale, left, others };
}

function folderResult({ format, platform, objects }: OutputFolder, staged: StagedFolder): FolderResult {
  const { folder, files, staging, changed, removed, foreign } = staged;
  const state = staging === undefined ? 'unchanged' : 'written';
  return { folder, format, platform, objects, files, state, changed, removed, foreign };
}

/** What writing would do. Nothing is written. */
export async function compareResult(
  folders: AsyncIterable<OutputFolder>,
  { input, output: root, unrendered }: Place,
): Promise<SynthResult> {
  const results: FolderResult[] = [];
  for await (const { folder: path, format, platform, files, objects } of folders) {
    const folder = `${root}/${path}`;
    const { isStale, count, ...differences } = staleFolder(folder, { input, platform }, files);
    const state = isStale ? 'stale' : 'unchanged';
    results.push({ folder, format, platform, objects, files: count, state, ...differences });
  }
  const { stale, others } = unrendered(results.map(({ folder }) => folder));
  return { outputs: results, removed: stale, left: [], others };
}
