import type { Check } from '../check.ts';
import { isMoving } from '../inventory/image.ts';
import { podImages } from '../inventory/pod-images.ts';

export const imageTagPinned: Check = {
  name: 'image-tag-pinned',
  topic: 'images',
  severity: 'error',
  summary: 'Every image has a tag other than `latest`, or a digest.',
  why: 'A moving tag means that two pods of one release can run different code, and that a rollback brings back nothing.',
  fix: 'Name what was built: `images: {web: {tag: 3f2c1ab}}` in the environment file.',
  sources: ['https://kubernetes.io/docs/concepts/containers/images/#image-names'],
  examine: (inventory, tell) => {
    for (const { object, field, name, image } of podImages(inventory)) {
      if (isMoving(image))
        tell(object, field, `expected a tag other than latest, or a digest; found ${name}`);
    }
  },
};
