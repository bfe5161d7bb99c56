import type { IPodDisruptionBudgetSpec } from 'kubernetes-models/policy/v1';
import type { ManifestObject } from '../../model/manifest.ts';
import type { Check } from '../check.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { scaleOf } from '../inventory/scale.ts';
import { namespaceOf, specOf } from '../inventory/spec.ts';
import { rendersWhole } from '../inventory/whole-namespaces.ts';

export const disruptionBudgetLetsDrain: Check = {
  name: 'disruption-budget-lets-drain',
  topic: 'reliability',
  severity: 'error',
  summary: 'Every PodDisruptionBudget lets at least one pod go, also when there are as few as may be.',
  why: 'Otherwise no pod is ever evicted: draining a node waits forever, and with it the upgrade of the cluster.',
  fix: 'Use `maxUnavailable: 1`, or keep `minAvailable` below the least number of pods (`services.NAME.scaling.min`).',
  sources: [
    'https://kubernetes.io/docs/tasks/run-application/configure-pdb/#think-about-how-your-application-reacts-to-disruptions',
  ],
  examine: (inventory, tell) => {
    for (const budget of inventory.ofKind('PodDisruptionBudget')) {
      const least = leastPods(inventory, budget);
      if (!least) continue;
      const { maxUnavailable, minAvailable } = specOf<IPodDisruptionBudgetSpec>(budget);
      if (maxUnavailable !== undefined && amountOf(maxUnavailable, least) === 0) {
        tell(budget, 'spec.maxUnavailable', `expected at least 1, found ${maxUnavailable}`);
      }
      if (minAvailable !== undefined && amountOf(minAvailable, least) >= least) {
        tell(
          budget,
          'spec.minAvailable',
          `expected fewer than the ${least} pods there are at least, found ${minAvailable}`,
        );
      }
    }
  },
};

const SCALED = new Set(['Deployment', 'StatefulSet', 'Rollout', 'ReplicaSet']);

/** How few pods the workloads of a budget have together; undefined when that is not known. */
function leastPods(inventory: Inventory, budget: ManifestObject): number | undefined {
  const { selector } = specOf<IPodDisruptionBudgetSpec>(budget);
  const namespace = namespaceOf(budget);
  if (!selector || !rendersWhole(inventory)(namespace)) return undefined;
  const workloads = inventory.selected(namespace, selector);
  if (!workloads.every(({ kind }) => SCALED.has(kind))) return undefined;
  return workloads.reduce((sum, workload) => sum + (scaleOf(inventory)(workload)?.min ?? 0), 0);
}

/** The disruption controller rounds percentages up, both of them. */
function amountOf(value: number | string, pods: number): number {
  return typeof value === 'number' ? value : Math.ceil((Number.parseFloat(value) * pods) / 100);
}
