import type { Check } from '../check.ts';
import { autoscalers, targetKey } from '../inventory/scale.ts';
import { namespaceOf, specOf } from '../inventory/spec.ts';

export const replicasLeftToAutoscaler: Check = {
  name: 'replicas-left-to-autoscaler',
  topic: 'reliability',
  severity: 'error',
  summary: 'What an autoscaler scales says nothing of `replicas`.',
  why: 'Every sync sets the number back: under load, pods are stopped, and started again a minute later.',
  fix: 'Remove `spec.replicas` from the workload. Charts leave it out beside an autoscaler.',
  sources: [
    'https://argo-cd.readthedocs.io/en/stable/user-guide/best_practices/#leaving-room-for-imperativeness',
  ],
  examine: (inventory, tell) => {
    const scaled = new Set(
      autoscalers(inventory).map(({ object, target }) => targetKey(namespaceOf(object), target)),
    );
    for (const { object, kind, name, namespace } of inventory.workloads) {
      const { replicas } = specOf<{ replicas: number }>(object);
      if (replicas === undefined || !scaled.has(targetKey(namespace, { kind, name }))) continue;
      tell(object, 'spec.replicas', `expected nothing beside an autoscaler, found ${replicas}`);
    }
  },
};
