import { quantityOf } from '../../quantities/quantity.ts';
import type { Check } from '../check.ts';

export const requestsWithinLimits: Check = {
  name: 'requests-within-limits',
  topic: 'resources',
  severity: 'error',
  summary: 'No container requests more than its limit.',
  why: 'The API server refuses such a pod: the Deployment is accepted and then makes no pods.',
  fix: 'Raise `resources.limits` or lower `resources.requests` of the service.',
  sources: [
    'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#requests-and-limits',
  ],
  examine: ({ workloads }, tell) => {
    for (const { object, containers } of workloads) {
      for (const { container, field } of containers) {
        const { requests = {}, limits = {} } = container.resources ?? {};
        for (const name of Object.keys(requests).filter((key) => exceeds(requests[key], limits[key]))) {
          const message = `expected at most the limit ${limits[name]}, found ${requests[name]}`;
          tell(object, `${field}.resources.requests.${name}`, message);
        }
      }
    }
  },
};

function exceeds(request: unknown, limit: unknown): boolean {
  const [least, most] = [quantityOf(request), quantityOf(limit)];
  return least !== undefined && most !== undefined && least > most;
}
