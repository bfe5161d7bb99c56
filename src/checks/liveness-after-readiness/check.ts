import type { IProbe } from 'kubernetes-models/v1';
import type { Check } from '../check.ts';

export const livenessAfterReadiness: Check = {
  name: 'liveness-after-readiness',
  topic: 'reliability',
  severity: 'warning',
  summary: 'A liveness probe that asks the same as the readiness probe gives up later.',
  why: 'Under load both fail at once: instead of being left alone to recover, pods are restarted, and the rest get their requests and follow.',
  fix: 'Ask two paths: `health: {liveness: /healthz, readiness: /readyz}`; or raise the `failureThreshold` of the liveness probe.',
  sources: ['https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/'],
  examine: ({ workloads }, tell) => {
    for (const { object, containers } of workloads) {
      for (const { container, field } of containers) {
        const { livenessProbe: liveness, readinessProbe: readiness } = container;
        if (!liveness || !readiness || question(liveness) !== question(readiness)) continue;
        const [found, least] = [secondsToFail(liveness), secondsToFail(readiness)];
        if (found > least) continue;
        const message = `expected to fail later than the same readiness probe, after ${least} s; found ${found} s`;
        tell(object, `${field}.livenessProbe`, message);
      }
    }
  },
};

function question({ exec, grpc, httpGet, tcpSocket }: IProbe): string {
  const http = httpGet && [httpGet.path, httpGet.port, httpGet.scheme];
  return JSON.stringify([exec?.command, grpc?.port, grpc?.service, http, tcpSocket?.port]);
}

/** With the defaults of the API. */
function secondsToFail({ periodSeconds = 10, failureThreshold = 3 }: IProbe): number {
  return periodSeconds * failureThreshold;
}
