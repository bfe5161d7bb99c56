import type { Environment } from '../../src/model/environment.ts';

/**
 * Whether Kubernetes starts and stops sidecars around the containers of a pod, as it does by default from 1.29 on.
 * Before, a sidecar keeps a pod from ending: https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/
 */
export function hasNativeSidecars({ cluster }: Environment): boolean {
  return cluster.kubernetesMinor >= 29;
}
