import { discard, publish, type StagedFolder, stageFolder } from '../io/staged-folder.ts';
import type { OutputFolder } from './started-folders.ts';

/** A folder of an output and what was done with it. */
export interface WrittenFolder {
  readonly output: OutputFolder;
  readonly staged: StagedFolder;
}

/** What is told while folders are written, and asked before they are published. */
export interface WriteHooks {
  /** Told before each. */
  readonly onStart?: (folder: string) => void;
  /** Asked after each: throws when the run is to end. */
  readonly assertWanted?: () => Promise<void>;
  /** Asked once all have been rendered: whether what they hold may be published. */
  readonly mayPublish?: () => boolean;
}

/**
 * Writes folders of an input; `pathOf` says where. They change only after all of them have been rendered; when one
 * fails, the run is not wanted any more, or they may not be published, all stay as they were. Undefined in the last case.
 */
export async function writeFolders(
  folders: AsyncIterable<OutputFolder>,
  input: string,
  pathOf: (output: OutputFolder) => string,
  { onStart = () => {}, assertWanted = async () => {}, mayPublish = () => true }: WriteHooks = {},
): Promise<readonly WrittenFolder[] | undefined> {
  const written: WrittenFolder[] = [];
  const staged = () => written.map((one) => one.staged);
  try {
    for await (const output of folders) {
      const path = pathOf(output);
      onStart(path);
      written.push({ output, staged: stageFolder(path, { input, platform: output.platform }, output.files) });
      await assertWanted();
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
  }
}
