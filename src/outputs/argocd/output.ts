import type { Manifest } from '../../model/manifest.ts';
import { defineOutput } from '../output.ts';
import { deliveredEnvironment } from './delivered-environment.ts';
import { type Inventory, startInventory } from './inventory.ts';
import { renderArgocd } from './render.ts';

/** What Argo CD needs to deliver a platform; nothing for one that something else delivers. */
export const argocd = defineOutput({
  name: 'argocd',
  summary: 'what Argo CD needs to deliver each platform that it delivers',
  scope: 'platform',
  hasOwnObjects: true,
  keep: ({ environment, manifests, preview }) => {
    if (!environment.delivery) return undefined;
    const inPreviews = preview();
    return deliveredEnvironment(environment, inventoryOf(manifests), inPreviews && inventoryOf(inPreviews));
  },
  render: (delivered, platform) => {
    const { files, manifests } = renderArgocd(platform, delivered);
    return { files, objects: manifests.length, own: manifests };
  },
});

function inventoryOf(manifests: readonly Manifest[]): Inventory {
  const { inventory, see } = startInventory();
  for (const manifest of manifests) see(manifest);
  return inventory;
}
