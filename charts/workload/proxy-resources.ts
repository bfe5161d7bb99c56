import type { ContainerResources } from '../../src/model/service.ts';

/**
 * Annotations that give a pod's sidecar its resources. One of them is enough for the injector to ignore the mesh's
 * default ones, so all are written.
 */
export function proxyResources({ requests, limits }: ContainerResources): Readonly<Record<string, string>> {
  return {
    'sidecar.istio.io/proxyCPU': requests.cpu,
    ...(limits.cpu !== undefined && { 'sidecar.istio.io/proxyCPULimit': limits.cpu }),
    'sidecar.istio.io/proxyMemory': requests.memory,
    'sidecar.istio.io/proxyMemoryLimit': limits.memory,
  };
}
