import type { Environment } from '../model/environment.ts';
import type { Output } from '../outputs/output.ts';
import type { Judge } from './judge.ts';
import { renderEnvironment } from './render-environment.ts';
import { type OutputFolder, startFolders } from './started-folders.ts';

/**
 * Renders environments into the folders of outputs, one at a time: an environment is let go of before the next, except
 * for what outputs of whole platforms keep of it. A judge is shown everything that is rendered.
 */
export async function* renderFolders(
  environments: Iterable<Environment>,
  outputs: readonly Output[],
  judge?: Judge,
): AsyncGenerator<OutputFolder> {
  const folders = startFolders(outputs);
  let platform: string | undefined;
  for (const environment of environments) {
    if (platform !== environment.platform) yield* checked(folders.endPlatform(), judge);
    platform = environment.platform;
    const rendered = renderEnvironment(environment);
    yield* folders.add(rendered);
    await judge?.environment(environment, rendered.manifests);
  }
  yield* checked(folders.endPlatform(), judge);
  yield* checked(folders.end(), judge);
}

async function* checked(
  folders: Iterable<OutputFolder>,
  judge: Judge | undefined,
): AsyncGenerator<OutputFolder> {
  for (const folder of folders) {
    await judge?.folder(folder);
    yield folder;
  }
}
