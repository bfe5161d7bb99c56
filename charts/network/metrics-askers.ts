import type { Environment } from '../../src/model/environment.ts';
import type { Service } from '../../src/model/service.ts';

/** Namespaces of those who ask Prometheus how many requests services get: only where some service needs it. */
export function metricsAskers({ prometheus, services }: Environment): readonly string[] {
  if (!prometheus) return [];
  return [
    ...(services.some(isScaledByRequests) ? [prometheus.kedaNamespace] : []),
    ...(services.some(({ release }) => release?.analysis) ? [prometheus.rolloutsNamespace] : []),
  ];
}

function isScaledByRequests({ scaling, variants }: Service): boolean {
  const sizes = [scaling, ...variants.map((variant) => variant.scaling)];
  return sizes.some(({ requestsPerSecond }) => requestsPerSecond !== undefined);
}
