import type { Check } from '../check.ts';
import { securityContexts } from '../inventory/security-contexts.ts';

export const hostProcessUnused: Check = {
  name: 'host-process-unused',
  topic: 'pods',
  severity: 'error',
  summary: 'No Windows pod or container is a host process.',
  why: 'A host process runs on the node itself, outside of any container.',
  fix: 'Remove `windowsOptions.hostProcess`.',
  sources: ['https://kubernetes.io/docs/tasks/configure-pod-container/create-hostprocess-pod/'],
  examine: ({ workloads }, tell) => {
    for (const workload of workloads) {
      for (const { field, context } of securityContexts(workload)) {
        if (context.windowsOptions?.hostProcess === true) {
          tell(workload.object, `${field}.windowsOptions.hostProcess`, 'expected false, found true');
        }
      }
    }
  },
};
