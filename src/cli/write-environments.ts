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
  environments: readonly RenderedEnvironment[],
  onStart: (name: string, index: number, total: number) => void = () => {},
): readonly WrittenEnvironment[] {
  const staged: StagedFolder[] = [];
  try {
    for (const [index, { platform, environment, files }] of environments.entries()) {
      onStart(`${platform}/${environment}`, index, environments.length);
      staged.push(stageFolder(`${root}/${platform}/${environment}`, files));
    }
  } catch (error) {
    discard(staged);
    throw error;
  }
  publish(staged);
  return staged.map(({ folder, files, staging }, index) => {
    const objects = environments[index]?.objects() ?? 0;
    return { folder, objects, files, isChanged: staging !== undefined };
  });
}
