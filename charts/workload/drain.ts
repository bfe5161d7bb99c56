import type { Container } from '../../imports/kubernetes.ts';
import type { Environment } from '../../src/model/environment.ts';
import { KIND_TRAITS } from '../../src/model/kind-traits.ts';
import type { Service } from '../../src/model/service.ts';

/**
 * Keeps a pod that is to stop serving until its callers have heard of it: the stop signal and its removal from the
 * endpoints leave at the same time. Kinds that nobody calls stop at once.
 */
export function drainBeforeStop({ cluster }: Environment, { kind, stop }: Service): Container['lifecycle'] {
  if (stop.drainSeconds === 0 || KIND_TRAITS[kind].ports === 'none') return undefined;
  // Kubernetes sleeps by itself from 1.30 on; before, the image must have the command.
  if (cluster.kubernetesMinor < 30)
    return { preStop: { exec: { command: ['sleep', `${stop.drainSeconds}`] } } };
  return { preStop: { sleep: { seconds: stop.drainSeconds } } };
}
