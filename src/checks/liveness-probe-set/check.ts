import type { Check } from '../check.ts';
import { servedWorkloads } from '../inventory/served-workloads.ts';

export const livenessProbeSet: Check = {
  name: 'liveness-probe-set',
  topic: 'reliability',
  severity: 'warning',
  summary: 'Replaceable pods behind a Service have a liveness probe.',
  why: 'A process that hangs without ending is otherwise never restarted; somebody is woken instead. StatefulSets are left out: a probe that restarts a database in recovery makes it worse.',
  fix: 'Write `health: {liveness: /healthz}` in the service, on a path that asks nothing of other services.',
  sources: ['https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/'],
  examine: (inventory, tell) => {
    for (const { object, kind, podField, containers } of servedWorkloads(inventory)) {
      if (kind === 'StatefulSet' || containers.some(({ container }) => container.livenessProbe)) continue;
      tell(object, `${podField}.containers`, 'expected a container with a livenessProbe, found none');
    }
  },
};
