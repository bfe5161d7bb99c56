import type { PodSpec } from '../../imports/kubernetes.ts';
import type { Environment } from '../../src/model/environment.ts';
import type { AntiAffinity } from '../../src/model/scaling.ts';
import type { Labels } from '../labels.ts';

/**
 * Keeps pods off nodes that have one of the same revision already. Those of the revision before do not count where
 * Kubernetes can tell, from 1.31 on: they are about to go, and would make every update wait for further nodes.
 */
export function antiAffinity(
  { cluster }: Environment,
  selector: Labels,
  how: AntiAffinity | undefined,
  revisionLabel: string,
): PodSpec['affinity'] {
  if (how === undefined) return undefined;
  const term = {
    labelSelector: { matchLabels: selector },
    topologyKey: 'kubernetes.io/hostname',
    ...(cluster.kubernetesMinor >= 31 && { matchLabelKeys: [revisionLabel] }),
  };
  return {
    podAntiAffinity:
      how === 'required'
        ? { requiredDuringSchedulingIgnoredDuringExecution: [term] }
        : { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, podAffinityTerm: term }] },
  };
}
