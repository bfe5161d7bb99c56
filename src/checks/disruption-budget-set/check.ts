import type { Check } from '../check.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { scaleOf } from '../inventory/scale.ts';
import type { LabelSelector } from '../inventory/selector.ts';
import { namespaceOf, specOf } from '../inventory/spec.ts';
import { isLegible } from '../inventory/whole-namespaces.ts';
import type { Workload } from '../inventory/workload.ts';

export const disruptionBudgetSet: Check = {
  name: 'disruption-budget-set',
  topic: 'reliability',
  severity: 'warning',
  summary: 'What runs two or more pods has a PodDisruptionBudget.',
  why: 'When nodes are drained for an upgrade, nothing else keeps all pods of a service from being evicted at once.',
  fix: 'Add a PodDisruptionBudget with `maxUnavailable: 1`. Charts do so.',
  sources: ['https://kubernetes.io/docs/tasks/run-application/configure-pdb/'],
  examine: (inventory, tell) => {
    const scale = scaleOf(inventory);
    const covered = coveredWorkloads(inventory);
    for (const workload of inventory.workloads) {
      const least = scale(workload)?.min ?? 0;
      // One of its name that misses it is what `disruption-budget-selects-pods` tells.
      const own = inventory.find('PodDisruptionBudget', workload.namespace, workload.name);
      if (least < 2 || own || covered.has(workload) || !isLegible(inventory)(workload.namespace)) continue;
      tell(workload.object, '', `expected a PodDisruptionBudget for its ${least} or more pods, found none`);
    }
  },
};

function coveredWorkloads({ ofKind, selected }: Inventory): ReadonlySet<Workload> {
  const covered = new Set<Workload>();
  for (const budget of ofKind('PodDisruptionBudget')) {
    const { selector } = specOf<{ selector: LabelSelector }>(budget);
    if (!selector) continue;
    for (const workload of selected(namespaceOf(budget), selector)) covered.add(workload);
  }
  return covered;
}
