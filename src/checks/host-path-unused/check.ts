import type { Check } from '../check.ts';

export const hostPathUnused: Check = {
  name: 'host-path-unused',
  topic: 'pods',
  severity: 'error',
  summary: 'No pod mounts a path of its node.',
  why: 'Through the socket of the runtime, the credentials of the kubelet or `/etc` a pod takes over its node; and the files are others when the pod moves.',
  fix: 'Mount a ConfigMap, a projected volume, an `emptyDir` (`writablePaths`) or a volume claim (`volume`) instead; the agents of `observability` on nodes need an exception.',
  sources: ['https://kubernetes.io/docs/concepts/storage/volumes/#hostpath'],
  examine: ({ workloads }, tell) => {
    for (const { object, pod, podField } of workloads) {
      for (const { name, hostPath } of pod.volumes ?? []) {
        if (!hostPath) continue;
        tell(
          object,
          `${podField}.volumes[${name}].hostPath`,
          `expected no path of the node, found ${hostPath.path}`,
        );
      }
    }
  },
};
