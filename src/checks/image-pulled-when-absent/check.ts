import type { Check } from '../check.ts';

export const imagePulledWhenAbsent: Check = {
  name: 'image-pulled-when-absent',
  topic: 'images',
  severity: 'error',
  summary: 'No container forbids its node to pull the image.',
  why: 'With `imagePullPolicy: Never` the pod stays in `ErrImageNeverPull` on every node the image was not copied to by hand.',
  fix: 'Write `IfNotPresent`, or remove the field.',
  sources: ['https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy'],
  examine: ({ workloads }, tell) => {
    for (const { object, containers } of workloads) {
      for (const { container, field } of containers) {
        if (container.imagePullPolicy === 'Never') {
          tell(object, `${field}.imagePullPolicy`, 'expected IfNotPresent or Always, found Never');
        }
      }
    }
  },
};
