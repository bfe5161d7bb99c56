import type { Check } from '../check.ts';
import { isMoving } from '../inventory/image.ts';
import { podImages } from '../inventory/pod-images.ts';

export const imageDigestPinned: Check = {
  name: 'image-digest-pinned',
  topic: 'images',
  severity: 'info',
  summary: 'Every image is named by its digest.',
  why: 'A tag can be pushed again in most registries: nodes that pulled it earlier run other code than nodes that pull it now. Teams choose this for each environment, so it is told and counts for nothing.',
  fix: 'Give the digest beside the tag: `images: {web: {tag: 3f2c1ab, digest: sha256:...}}` in the environment file.',
  sources: ['https://kubernetes.io/docs/concepts/containers/images/#image-names'],
  examine: (inventory, tell) => {
    for (const { object, field, name, image } of podImages(inventory)) {
      // Moving tags are a fault of their own, which `image-tag-pinned` tells.
      if (image.digest || isMoving(image)) continue;
      tell(object, field, `expected a digest, found only the tag of ${name}`);
    }
  },
};
