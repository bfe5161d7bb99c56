import type { IPodDisruptionBudgetSpec } from 'kubernetes-models/policy/v1';
import type { Check } from '../check.ts';
import { namespaceOf, specOf } from '../inventory/spec.ts';
import type { Workload } from '../inventory/workload.ts';

export const disruptionBudgetAlone: Check = {
  name: 'disruption-budget-alone',
  topic: 'references',
  severity: 'error',
  summary: 'No pod is selected by two PodDisruptionBudgets.',
  why: 'The eviction API refuses to evict such a pod at all, so the node it is on cannot be drained or upgraded.',
  fix: 'Keep one PodDisruptionBudget, or let the selectors of both exclude one another.',
  sources: [
    'https://kubernetes.io/docs/concepts/scheduling-eviction/api-eviction/#how-api-initiated-eviction-works',
  ],
  examine: ({ ofKind, selected }, tell) => {
    const first = new Map<Workload, string>();
    for (const budget of ofKind('PodDisruptionBudget')) {
      const { selector } = specOf<IPodDisruptionBudgetSpec>(budget);
      for (const workload of selector ? selected(namespaceOf(budget), selector) : []) {
        const other = first.get(workload);
        if (other === undefined) {
          first.set(workload, budget.metadata.name);
          continue;
        }
        const found = `found also PodDisruptionBudget ${other}`;
        tell(
          budget,
          'spec.selector',
          `expected the only budget of the pods of ${workload.kind} ${workload.name}, ${found}`,
        );
      }
    }
  },
};
