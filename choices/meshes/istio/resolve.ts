import type { z } from 'zod';
import type { Istio } from '../../../src/model/mesh.ts';
import type { istio } from './schema.ts';

/** The mesh as it is written, every default filled in. */
export function resolveIstio(written: z.output<typeof istio>, hasCollector: boolean): Istio {
  const { requests, limits } = written.proxy;
  return {
    kind: 'istio',
    controlPlaneNamespace: written.controlPlaneNamespace,
    trustDomain: written.trustDomain,
    gateway: written.gateway,
    proxy: { requests, limits: { cpu: limits.cpu, memory: limits.memory } },
    tracing: written.tracing ?? (hasCollector ? ALL_TRACES : undefined),
  };
}

/** Traces go to the collector, which chooses the ones to keep once it has seen how they ended. */
const ALL_TRACES = { provider: 'otel', samplingPercent: 100 } as const;
