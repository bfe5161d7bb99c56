import type { Check } from '../check.ts';
import type { Workload } from '../inventory/workload.ts';

const RESOURCES = ['cpu', 'memory'] as const;

export const resourceRequestsSet: Check = {
  name: 'resource-requests-set',
  topic: 'resources',
  severity: 'error',
  summary: 'Every container requests CPU and memory.',
  why: 'The scheduler packs pods by their requests: without them a node is overcommitted, and this pod is the first to starve and to be evicted.',
  fix: 'Write `resources: {requests: {cpu: 250m, memory: 256Mi}}` in the service.',
  sources: ['https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/'],
  examine: ({ workloads }, tell) => {
    for (const workload of workloads) {
      for (const field of missingRequests(workload)) {
        tell(workload.object, field, 'expected a quantity, found nothing');
      }
    }
  },
};

/** A limit alone is a request of the same size. Requests of the pod stand for those of its containers. */
function missingRequests({ pod, containers }: Workload): readonly string[] {
  const ofPod = pod.resources?.requests;
  return containers.flatMap(({ container, field }) => {
    const { requests, limits } = container.resources ?? {};
    return RESOURCES.filter(
      (name) => requests?.[name] === undefined && limits?.[name] === undefined && ofPod?.[name] === undefined,
    ).map((name) => `${field}.resources.requests.${name}`);
  });
}
