import type { Check } from '../check.ts';

export const groupNotRoot: Check = {
  name: 'group-not-root',
  topic: 'pods',
  severity: 'warning',
  summary: 'No pod or container asks for group 0.',
  why: 'Files that the image or a volume gives to group root become writable to the program, often its own code and `/etc/passwd`.',
  fix: 'Write a group other than 0 in `runAsGroup`, `fsGroup` and `supplementalGroups`.',
  sources: ['https://kubernetes.io/docs/tasks/configure-pod-container/security-context/'],
  examine: ({ workloads }, tell) => {
    for (const { object, pod, podField, containers } of workloads) {
      const { runAsGroup, fsGroup, supplementalGroups } = pod.securityContext ?? {};
      const groups: (readonly [string, number | undefined])[] = [
        [`${podField}.securityContext.runAsGroup`, runAsGroup],
        [`${podField}.securityContext.fsGroup`, fsGroup],
        [`${podField}.securityContext.supplementalGroups`, supplementalGroups?.find((group) => group === 0)],
        ...containers.map(
          ({ field, container }) =>
            [`${field}.securityContext.runAsGroup`, container.securityContext?.runAsGroup] as const,
        ),
      ];
      for (const [field, group] of groups) {
        if (group === 0) tell(object, field, 'expected a group other than root, found 0');
      }
    }
  },
};
