import type { Check } from '../check.ts';
import { podImages } from '../inventory/pod-images.ts';

export const imageFromKnownRegistry: Check = {
  name: 'image-from-known-registry',
  topic: 'images',
  severity: 'error',
  summary: 'Every image comes from a registry that the platform trusts.',
  why: 'Other registries scan nothing, keep nothing and limit pulls: the image can change owner or be gone when a node needs it.',
  fix: "Copy the image to the platform's registry and name it there (`registry`, `services.NAME.repository`), or list the registry in `registries`.",
  sources: ['https://kubernetes.io/docs/concepts/security/secure-by-design/'],
  examine: (inventory, tell) => {
    const { registries } = inventory.cluster;
    if (registries.length === 0) return;
    for (const { object, field, name, image } of podImages(inventory)) {
      const isKnown = registries.some((known) => `${image.repository}/`.startsWith(`${known}/`));
      if (!isKnown) tell(object, field, `expected an image from ${registries.join(' or ')}, found ${name}`);
    }
  },
};
