import type { IPodDisruptionBudgetSpec } from 'kubernetes-models/policy/v1';
import type { Check } from '../check.ts';
import { namespaceOf, specOf } from '../inventory/spec.ts';
import { rendersWhole } from '../inventory/whole-namespaces.ts';

export const disruptionBudgetSelectsPods: Check = {
  name: 'disruption-budget-selects-pods',
  topic: 'references',
  severity: 'error',
  summary: 'Every PodDisruptionBudget selects pods.',
  why: 'The pods it was written for are not protected: a node upgrade may stop all of them at once.',
  fix: 'Let `spec.selector` select labels of the pod template.',
  sources: ['https://kubernetes.io/docs/tasks/run-application/configure-pdb/'],
  examine: (inventory, tell) => {
    const isWhole = rendersWhole(inventory);
    for (const budget of inventory.ofKind('PodDisruptionBudget')) {
      const { selector } = specOf<IPodDisruptionBudgetSpec>(budget);
      const namespace = namespaceOf(budget);
      if (!isWhole(namespace) || (selector && inventory.selected(namespace, selector).length > 0)) continue;
      tell(
        budget,
        'spec.selector',
        `expected a selector of pods in ${namespace}, found one that selects none`,
      );
    }
  },
};
