import { discard, publish, type StagedFolder, stageFolder } from '../io/staged-folder.ts';
import type { RenderedEnvironment } from './render-environments.ts';

/** An environment and what was done with its folder. */
export interface WrittenEnvironment {
  readonly folder: string;
  readonly objects: number;
  readonly files: number;
  readonly isChanged: boolean;
}

/**
 * Renders environments below `root`, each into `<platform>/<environment>`. Folders change only after all of them have
 * been rendered; when one fails, all stay as they were. `onStart` is told before each.
 */
export function writeEnvironments(
  root: string,
  environments: Iterable<RenderedEnvironment>,
  onStart: (name: string) => void = () => {},
): readonly WrittenEnvironment[] {
  const staged: StagedFolder[] = [];
  const written: WrittenEnvironment[] = [];
  try {
    for (const { platform, environment, files, objects } of environments) {
      onStart(`${platform}/${environment}`);
      const folder = stageFolder(`${root}/${platform}/${environment}`, files);
      staged.push(folder);
      const isChanged = folder.staging !== undefined;
      written.push({ folder: folder.folder, objects: objects(), files: folder.files, isChanged });
    }
  } catch (error) {
    discard(staged);
    throw error;
  }
  publish(staged);
  return written;
}
