import type { PodSpec } from '../../imports/kubernetes.ts';
import type { Toleration } from '../../src/model/pod.ts';
import type { Service } from '../../src/model/service.ts';
import { unlessEmpty } from './unless-empty.ts';

/** Which nodes the pods of a service may be on. */
export function placement({
  nodeSelector,
  tolerations,
}: Service): Pick<PodSpec, 'nodeSelector' | 'tolerations'> {
  return {
    nodeSelector: Object.keys(nodeSelector).length > 0 ? nodeSelector : undefined,
    tolerations: unlessEmpty(tolerations.map(tolerationOf)),
  };
}

function tolerationOf({ key, value, effect, tolerationSeconds }: Toleration) {
  return { key, operator: value === undefined ? 'Exists' : 'Equal', value, effect, tolerationSeconds };
}
