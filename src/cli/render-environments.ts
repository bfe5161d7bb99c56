import { eachEnvironment } from '../config/load.ts';
import type { Files } from '../io/staged-folder.ts';
import type { InputFile } from '../model/input-file.ts';
import type { Manifest } from '../model/manifest.ts';
import { renderManifests } from '../outputs/manifests/render.ts';
import { synthesize } from '../synth/synthesize.ts';

/** One environment as plain manifests, made as `files` is read; it can be read once. */
export interface RenderedEnvironment {
  readonly platform: string;
  readonly environment: string;
  readonly files: Files;
  /** Objects rendered so far: all of them once `files` has been read. */
  readonly objects: () => number;
}

/**
 * Every environment of the input, one at a time, so that only one is in memory.
 * Throws a ConfigError at the end when the input cannot be used: what was rendered until then must not be published.
 */
export function* renderEnvironments(files: readonly InputFile[]): Generator<RenderedEnvironment> {
  for (const environment of eachEnvironment(files)) {
    let objects = 0;
    const counted = function* (manifests: Iterable<Manifest>) {
      for (const manifest of manifests) {
        objects += 1;
        yield manifest;
      }
    };
    yield {
      platform: environment.platform,
      environment: environment.name,
      files: renderManifests(counted(synthesize(environment))),
      objects: () => objects,
    };
  }
}
