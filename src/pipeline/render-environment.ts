import { previewOf } from '../config/preview/preview-of.ts';
import type { Environment } from '../model/environment.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Previews } from '../model/previews.ts';
import type { RenderedEnvironment } from '../outputs/output.ts';
import { placeholders } from '../outputs/previews/template.ts';
import { synthesize } from '../synth/synthesize.ts';
import { environmentInput } from './environment-input.ts';

/** Renders an environment, and its previews once somebody asks for them. */
export function renderEnvironment(environment: Environment): RenderedEnvironment {
  const { previews } = environment;
  let preview: readonly Manifest[] | undefined;
  return {
    environment,
    manifests: [...synthesize(environment)],
    input: environmentInput(environment),
    preview: () => {
      if (previews) preview ??= [...previewManifests(environment, previews)];
      return preview;
    },
  };
}

/** The manifests of any preview of an environment, with placeholders for what tells one from another. */
export function previewManifests(environment: Environment, previews: Previews): Generator<Manifest> {
  const { preview, tags } = placeholders(previews.services);
  return synthesize(previewOf(environment, previews, { name: preview, tags }));
}
