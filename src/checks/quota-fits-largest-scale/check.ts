import type { IPersistentVolumeClaimSpec, IResourceQuotaSpec } from 'kubernetes-models/v1';
import type { ManifestObject } from '../../model/manifest.ts';
import { quantityOf } from '../../quantities/quantity.ts';
import type { Check } from '../check.ts';
import { type DemandKind, podDemandOf } from '../inventory/container-demand.ts';
import { isInjected } from '../inventory/injection.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { oncePerInventory } from '../inventory/once.ts';
import { scaleOf } from '../inventory/scale.ts';
import { namespaceOf, specOf } from '../inventory/spec.ts';
import type { Workload } from '../inventory/workload.ts';

export const quotaFitsLargestScale: Check = {
  name: 'quota-fits-largest-scale',
  topic: 'resources',
  severity: 'error',
  summary:
    'The ResourceQuota of a namespace has room for every workload at its largest scale and for the pods it replaces, sidecars included.',
  why: 'Under load, when pods are needed most, the quota refuses them: the autoscaler asks for ten and gets six. A pod that is ending counts until its grace period is over, so while a version replaces another both may count whole, and an update of many services at once stops half way.',
  fix: 'Raise the quota (`quotas.services` in the environment; left out, it follows from the sizes), or lower `scaling.max`.',
  sources: ['https://kubernetes.io/docs/concepts/policy/resource-quotas/'],
  examine: (inventory, tell) => {
    for (const quota of inventory.ofKind('ResourceQuota')) {
      const workloads = workloadsByNamespace(inventory).get(namespaceOf(quota)) ?? [];
      for (const [name, limit] of limitsOf(quota)) {
        const fault = faultOf(name, DEMANDS.get(name)?.(inventory, workloads) ?? 0, limit);
        if (fault) tell(quota, `spec.hard.${name}`, fault);
      }
    }
  },
};

function limitsOf(quota: ManifestObject): readonly (readonly [string, number | string])[] {
  const { hard = {}, scopes, scopeSelector } = specOf<IResourceQuotaSpec>(quota);
  // Scoped quotas are for some of the pods.
  return scopes || scopeSelector ? [] : Object.entries(hard);
}

function faultOf(name: string, needed: number, limit: number | string): string | undefined {
  if (needed <= (quantityOf(limit) ?? needed) * ROUNDING) return undefined;
  return `expected at least ${shown(name, needed)}, the sum of all workloads at their largest scale with the pods they replace, found ${limit}`;
}

/** Sums of tenths are not exact. */
const ROUNDING = 1 + 1e-9;

const workloadsByNamespace = oncePerInventory(({ workloads }) => {
  const byNamespace = new Map<string, Workload[]>();
  for (const workload of workloads) {
    const others = byNamespace.get(workload.namespace);
    if (others) others.push(workload);
    else byNamespace.set(workload.namespace, [workload]);
  }
  return byNamespace;
});

type Demand = (inventory: Inventory, workloads: readonly Workload[]) => number;

/** https://istio.io/latest/docs/reference/config/annotations/ */
const PROXY_ANNOTATIONS = {
  requests: { cpu: 'sidecar.istio.io/proxyCPU', memory: 'sidecar.istio.io/proxyMemory' },
  limits: { cpu: 'sidecar.istio.io/proxyCPULimit', memory: 'sidecar.istio.io/proxyMemoryLimit' },
} as const;

const DEMANDS: ReadonlyMap<string, Demand> = new Map([
  ['requests.cpu', computed('requests', 'cpu')],
  ['cpu', computed('requests', 'cpu')],
  ['requests.memory', computed('requests', 'memory')],
  ['memory', computed('requests', 'memory')],
  ['limits.cpu', computed('limits', 'cpu')],
  ['limits.memory', computed('limits', 'memory')],
  ['pods', summed(() => 1, generationsOf)],
  ['persistentvolumeclaims', summed(({ object }) => claimsOf(object).length)],
  [
    'requests.storage',
    summed(({ object }) => claimsOf(object).reduce((sum, claim) => sum + storageOf(claim), 0)),
  ],
]);

/** Adds up what one pod needs, over all pods there may be. Nodes decide how many a DaemonSet has. */
function summed(
  ofPod: (workload: Workload, inventory: Inventory) => number,
  generations: (workload: Workload) => number = () => 1,
): Demand {
  return (inventory, workloads) =>
    workloads.reduce((sum, workload) => {
      const pods = (scaleOf(inventory)(workload)?.max ?? 0) * generations(workload);
      return sum + pods * ofPod(workload, inventory);
    }, 0);
}

/** A StatefulSet and a lone pod wait until the old pod is gone, and so does what says so; others run beside it. */
function generationsOf({ kind, object }: Workload): number {
  const waits = kind === 'StatefulSet' || kind === 'Pod';
  const { strategy } = specOf<{ strategy: { type?: string } }>(object);
  return waits || strategy?.type === 'Recreate' ? 1 : 2;
}

function computed(kind: DemandKind, resource: 'cpu' | 'memory'): Demand {
  const annotation = PROXY_ANNOTATIONS[kind][resource];
  return summed((workload, inventory) => {
    const proxy = isInjected(inventory)(workload)
      ? (quantityOf(workload.podAnnotations[annotation]) ?? 0)
      : 0;
    return podDemandOf(inventory)(workload, kind, resource) + proxy;
  }, generationsOf);
}

interface Claim {
  readonly spec?: Partial<IPersistentVolumeClaimSpec>;
}

function claimsOf(object: ManifestObject): readonly Claim[] {
  return specOf<{ volumeClaimTemplates: readonly Claim[] }>(object).volumeClaimTemplates ?? [];
}

function storageOf({ spec }: Claim): number {
  return quantityOf(spec?.resources?.requests?.['storage']) ?? 0;
}

function shown(name: string, amount: number): string {
  if (name.includes('memory') || name.includes('storage')) return `${Math.ceil(amount / 2 ** 20)}Mi`;
  return name.includes('cpu') ? `${Math.ceil(amount * 1000)}m` : String(amount);
}
