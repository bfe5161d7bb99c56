import { discard, publish, type StagedFolder, stageFolder } from '../io/staged-folder.ts';
import type { Output } from './render-outputs.ts';

/** An output and what was done with its folder. */
export interface WrittenOutput {
  readonly output: Output;
  readonly folder: string;
  readonly files: number;
  readonly isChanged: boolean;
}

/** What is told while outputs are written, and asked before they are published. */
export interface WriteOptions {
  /** Told before each. */
  readonly onStart?: (folder: string) => void;
  /** Asked once all have been rendered: whether what they hold may be published. */
  readonly mayPublish?: () => boolean;
}

/**
 * Writes outputs; `folderOf` says where. Folders change only after all of them have been rendered; when one fails, or
 * they may not be published, all stay as they were. Undefined in the latter case.
 */
export async function writeOutputs(
  outputs: AsyncIterable<Output>,
  folderOf: (output: Output) => string,
  { onStart = () => {}, mayPublish = () => true }: WriteOptions = {},
): Promise<readonly WrittenOutput[] | undefined> {
  const staged: StagedFolder[] = [];
  const written: WrittenOutput[] = [];
  try {
    for await (const output of outputs) {
      const folder = folderOf(output);
      onStart(folder);
      const content = stageFolder(folder, output.files);
      staged.push(content);
      written.push({ output, folder, files: content.files, isChanged: content.staging !== undefined });
    }
  } catch (error) {
    discard(staged);
    throw error;
  }
  if (!mayPublish()) {
    discard(staged);
    return undefined;
  }
  publish(staged);
  return written;
}
