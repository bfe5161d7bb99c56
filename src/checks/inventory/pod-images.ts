import type { ManifestObject } from '../../model/manifest.ts';
import { type Image, imageOf } from './image.ts';
import type { Inventory } from './inventory.ts';
import { oncePerInventory } from './once.ts';

/** An image that a pod runs. */
export interface PodImage {
  readonly object: ManifestObject;
  /** `spec.template.spec.containers[web].image`. */
  readonly field: string;
  /** As it is written. */
  readonly name: string;
  readonly image: Image;
}

/** Every image of every container, made once. `auto` is what Istio replaces in gateways it injects. */
export const podImages: (inventory: Inventory) => readonly PodImage[] = oncePerInventory(({ workloads }) => {
  const found: PodImage[] = [];
  for (const { object, containers } of workloads) {
    for (const { container, field } of containers) {
      const name = container.image;
      if (name && name !== 'auto')
        found.push({ object, field: `${field}.image`, name, image: imageOf(name) });
    }
  }
  return found;
});
