import type { IContainer } from 'kubernetes-models/v1';
import type { Check } from '../check.ts';

export const preStopWithoutProgram: Check = {
  name: 'pre-stop-without-program',
  topic: 'reliability',
  severity: 'info',
  summary: 'No container runs a program of its image before it stops.',
  why: 'Where the image has no such program, as distroless ones have no `sleep`, the pod stops at once, and requests that are still on their way to it fail.',
  fix: 'From Kubernetes 1.30 on the kubelet waits by itself: raise `cluster.kubernetes`. Before, make sure that the image has `sleep`, or write `stop: {drain: 0s}` where the program waits itself.',
  sources: [
    'https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/#hook-handler-implementations',
    'https://kubernetes.io/blog/2024/04/17/kubernetes-v1-30-release/',
  ],
  examine: ({ workloads }, tell) => {
    for (const { object, containers } of workloads) {
      for (const { container, field } of containers) {
        const program = programBefore(container);
        if (program === undefined) continue;
        const message = `expected a wait of the kubelet (Kubernetes 1.30), found \`${program}\`, which the image has to have`;
        tell(object, `${field}.lifecycle.preStop.exec`, message);
      }
    }
  },
};

function programBefore({ lifecycle }: IContainer): string | undefined {
  return lifecycle?.preStop?.exec?.command?.[0];
}
