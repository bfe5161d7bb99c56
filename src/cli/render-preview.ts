import { previewOf } from '../config/preview/preview-of.ts';
import type { Environment } from '../model/environment.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Previews } from '../model/previews.ts';
import { type Inventory, startInventory } from '../outputs/argocd/inventory.ts';
import { renderPreviews } from '../outputs/previews/render.ts';
import { placeholders } from '../outputs/previews/template.ts';
import { synthesize } from '../synth/synthesize.ts';
import type { Format, Output } from './render-outputs.ts';

/** The manifests of any preview of an environment, with placeholders for what tells one from another. */
export function previewManifests(environment: Environment, previews: Previews): Generator<Manifest> {
  const { preview, tags } = placeholders(previews.services);
  return synthesize(previewOf(environment, previews, { name: preview, tags }));
}

/** The chart of an environment's previews, where it has any; returns what is in each of them. */
export function* previewOutput(
  environment: Environment,
  formats: ReadonlySet<Format>,
): Generator<Output, Inventory | undefined> {
  const { previews, platform } = environment;
  if (!previews || !(formats.has('previews') || formats.has('argocd'))) return undefined;
  const { inventory, see } = startInventory();
  const manifests = [...previewManifests(environment, previews)];
  for (const manifest of manifests) see(manifest);
  if (formats.has('previews')) {
    yield {
      format: 'previews',
      platform,
      folder: `previews/${platform}`,
      files: renderPreviews(platform, previews.services, manifests),
      objects: () => manifests.length,
    };
  }
  return inventory;
}
