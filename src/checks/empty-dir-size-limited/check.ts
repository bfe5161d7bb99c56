import type { Check } from '../check.ts';

export const emptyDirSizeLimited: Check = {
  name: 'empty-dir-size-limited',
  topic: 'resources',
  severity: 'warning',
  summary: 'Every `emptyDir` has a `sizeLimit`.',
  why: 'A temporary directory that grows fills the disk of the node, or its memory, and the kubelet evicts pods that did nothing wrong.',
  fix: 'Write `emptyDir: {sizeLimit: 1Gi}`. Charts do so for `/tmp` and `writablePaths`.',
  sources: ['https://kubernetes.io/docs/concepts/storage/volumes/#emptydir'],
  examine: ({ workloads }, tell) => {
    for (const { object, pod, podField } of workloads) {
      for (const { name, emptyDir } of pod.volumes ?? []) {
        if (!emptyDir || emptyDir.sizeLimit !== undefined) continue;
        tell(object, `${podField}.volumes[${name}].emptyDir.sizeLimit`, 'expected a quantity, found nothing');
      }
    }
  },
};
