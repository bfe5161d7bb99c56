import type { Check } from '../check.ts';
import { servedWorkloads } from '../inventory/served-workloads.ts';

export const readinessProbeSet: Check = {
  name: 'readiness-probe-set',
  topic: 'reliability',
  severity: 'error',
  summary: 'Pods behind a Service have a readiness probe.',
  why: 'Without one a pod gets requests as soon as its process exists: every rollout and every scale-up answers some of them with errors.',
  fix: 'Write `health: {readiness: /readyz}` in the service.',
  sources: ['https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/'],
  examine: (inventory, tell) => {
    for (const { object, podField, containers } of servedWorkloads(inventory)) {
      if (containers.some(({ container }) => container.readinessProbe)) continue;
      tell(object, `${podField}.containers`, 'expected a container with a readinessProbe, found none');
    }
  },
};
