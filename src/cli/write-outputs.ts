import { removeOwn } from '../io/clear-folder.ts';
import { removeEmptyParent } from '../io/folders.ts';
import { recover } from '../io/recover.ts';
import { discard, publish, type StagedFolder, stageFolder } from '../io/staged-folder.ts';
import { watchInterruption } from './interruption.ts';
import type { Output } from './render-outputs.ts';

/** An output and what was done with its folder. */
export interface WrittenOutput {
  readonly output: Output;
  readonly staged: StagedFolder;
}

/** What is told while outputs are written, and asked before they are published. */
export interface WriteOptions {
  /** Told before each. */
  readonly onStart?: (folder: string) => void;
  /** Asked once all have been rendered: whether what they hold may be published. */
  readonly mayPublish?: () => boolean;
}

/**
 * Writes outputs of an input; `folderOf` says where. Folders change only after all of them have been rendered; when one
 * fails, the run is interrupted, or they may not be published, all stay as they were. Undefined in the last case.
 */
export async function writeOutputs(
  outputs: AsyncIterable<Output>,
  input: string,
  folderOf: (output: Output) => string,
  { onStart = () => {}, mayPublish = () => true }: WriteOptions = {},
): Promise<readonly WrittenOutput[] | undefined> {
  const written: WrittenOutput[] = [];
  const staged = () => written.map((one) => one.staged);
  const interruption = watchInterruption();
  try {
    for await (const output of outputs) {
      const folder = folderOf(output);
      onStart(folder);
      written.push({
        output,
        staged: stageFolder(folder, { input, platform: output.platform }, output.files),
      });
      await interruption.assertNone();
    }
    if (mayPublish()) {
      publish(staged());
      return written;
    }
    discard(staged());
    return undefined;
  } catch (error) {
    discard(staged());
    throw error;
  } finally {
    interruption.stop();
  }
}

/** Removes what was made in folders, and what killed runs left beside them. Gives the paths of what is left of others. */
export function removeStale(folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) => {
    const left = removeOwn(folder).map((path) => `${folder}/${path}`);
    recover(`${folder}/..`);
    removeEmptyParent(folder);
    return left;
  });
}
