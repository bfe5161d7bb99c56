import { discard, publish, type StagedFolder, stageFolder } from '../io/staged-folder.ts';
import type { Output } from './render-outputs.ts';

/** An output and what was done with its folder. */
export interface WrittenOutput {
  readonly output: Output;
  readonly folder: string;
  readonly files: number;
  readonly isChanged: boolean;
}

/**
 * Writes outputs; `folderOf` says where. Folders change only after all of them have been rendered; when one fails, all
 * stay as they were. `onStart` is told before each.
 */
export function writeOutputs(
  outputs: Iterable<Output>,
  folderOf: (output: Output) => string,
  onStart: (folder: string) => void = () => {},
): readonly WrittenOutput[] {
  const staged: StagedFolder[] = [];
  const written: WrittenOutput[] = [];
  try {
    for (const output of outputs) {
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
  publish(staged);
  return written;
}
