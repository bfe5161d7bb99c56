import { loadEnvironments } from '../config/load.ts';
import type { InputFile } from '../model/input-file.ts';
import type { FileTree } from '../model/manifest.ts';
import { renderManifests } from '../outputs/manifests/render.ts';
import { synthesize } from '../synth/synthesize.ts';

/** One environment as plain manifests. */
export interface RenderedEnvironment {
  readonly platform: string;
  readonly environment: string;
  readonly objects: number;
  readonly tree: FileTree;
}

/**
 * Renders every environment of the input, in memory. Throws a ConfigError when the input cannot be used.
 * Each environment's objects are let go of as soon as its text is made. `onStart` is told before each.
 */
export function renderEnvironments(
  files: readonly InputFile[],
  onStart: (name: string, index: number, total: number) => void = () => {},
): readonly RenderedEnvironment[] {
  const environments = loadEnvironments(files);
  return environments.map((environment, index) => {
    onStart(`${environment.platform}/${environment.name}`, index, environments.length);
    const manifests = synthesize(environment);
    const tree = renderManifests(manifests);
    return { platform: environment.platform, environment: environment.name, objects: manifests.length, tree };
  });
}
