import type { Check } from '../check.ts';

const PROBES = ['livenessProbe', 'startupProbe'] as const;

export const probeThresholdsPossible: Check = {
  name: 'probe-thresholds-possible',
  topic: 'reliability',
  severity: 'error',
  summary: 'Liveness and startup probes succeed at the first success.',
  why: 'The API server refuses a pod with another `successThreshold` there; only readiness probes may have one.',
  fix: 'Remove `successThreshold`.',
  sources: [
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/',
  ],
  examine: ({ workloads }, tell) => {
    for (const { object, containers } of workloads) {
      for (const { container, field } of containers) {
        for (const probe of PROBES.filter((name) => (container[name]?.successThreshold ?? 1) !== 1)) {
          const found = container[probe]?.successThreshold;
          tell(object, `${field}.${probe}.successThreshold`, `expected 1, found ${found}`);
        }
      }
    }
  },
};
