import type { Check } from '../check.ts';
import { servedWorkloads } from '../inventory/served-workloads.ts';
import { specOf } from '../inventory/spec.ts';
import type { Workload } from '../inventory/workload.ts';

export const updatesRoll: Check = {
  name: 'updates-roll',
  topic: 'reliability',
  severity: 'warning',
  summary: 'What serves requests is updated pod by pod, without being asked to.',
  why: '`Recreate` stops every pod before the first new one starts, and so does `maxUnavailable: 100%`; with `OnDelete` a release changes nothing until somebody deletes pods.',
  fix: 'Use `RollingUpdate`. Charts do so. `Recreate` is right, and passes, for a Deployment that mounts a volume claim.',
  sources: ['https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy'],
  examine: (inventory, tell) => {
    const served = servedWorkloads(inventory);
    for (const workload of inventory.workloads) {
      const standstill = served.has(workload) ? standstillOf(workload) : undefined;
      if (standstill) tell(workload.object, standstill.field, standstill.message);
      if (specOf<UpdateSpec>(workload.object).updateStrategy?.type !== 'OnDelete') continue;
      tell(workload.object, 'spec.updateStrategy.type', 'expected RollingUpdate, found OnDelete');
    }
  },
};

interface UpdateSpec {
  readonly strategy: {
    readonly type?: string;
    readonly rollingUpdate?: { readonly maxUnavailable?: unknown };
  };
  readonly updateStrategy: { readonly type?: string };
}

interface Standstill {
  readonly field: string;
  readonly message: string;
}

/** Where a Deployment says that no pod is left while it is updated. */
function standstillOf(workload: Workload): Standstill | undefined {
  if (workload.kind !== 'Deployment') return undefined;
  const { strategy } = specOf<UpdateSpec>(workload.object);
  if (strategy?.type === 'Recreate' && !claimsVolume(workload)) {
    return { field: 'spec.strategy.type', message: 'expected RollingUpdate, found Recreate' };
  }
  if (strategy?.rollingUpdate?.maxUnavailable !== '100%') return undefined;
  const field = 'spec.strategy.rollingUpdate.maxUnavailable';
  return { field, message: 'expected less than 100%, found 100%' };
}

/** A volume of one writer cannot be mounted by the old and the new pod at once. */
function claimsVolume({ pod }: Workload): boolean {
  return pod.volumes?.some(({ persistentVolumeClaim }) => persistentVolumeClaim) ?? false;
}
