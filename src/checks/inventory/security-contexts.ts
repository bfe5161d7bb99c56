import type { IPodSecurityContext, ISecurityContext } from 'kubernetes-models/v1';
import type { Workload } from './workload.ts';

/** What pods and containers both may say about their confinement. */
type Shared = 'appArmorProfile' | 'runAsGroup' | 'runAsUser' | 'seLinuxOptions' | 'windowsOptions';

/** A security context and the path to it. */
export interface PlacedContext {
  /** `spec.template.spec.containers[web].securityContext`. */
  readonly field: string;
  readonly context: Pick<IPodSecurityContext & ISecurityContext, Shared>;
}

/** The security contexts that a workload writes: the pod's, then its containers'. */
export function securityContexts({ pod, podField, containers }: Workload): readonly PlacedContext[] {
  const found: PlacedContext[] = [];
  if (pod.securityContext) found.push({ field: `${podField}.securityContext`, context: pod.securityContext });
  for (const { container, field } of containers) {
    const context = container.securityContext;
    if (context) found.push({ field: `${field}.securityContext`, context });
  }
  return found;
}
