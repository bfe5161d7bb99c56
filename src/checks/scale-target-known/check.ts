import type { Check } from '../check.ts';
import { autoscalers, type ScaleTarget } from '../inventory/scale.ts';
import { namespaceOf, specOf } from '../inventory/spec.ts';
import { rendersWhole } from '../inventory/whole-namespaces.ts';

export const scaleTargetKnown: Check = {
  name: 'scale-target-known',
  topic: 'references',
  severity: 'error',
  summary: 'Every autoscaler scales a workload that exists.',
  why: 'An autoscaler without target does nothing: under load the number of pods stays what it is.',
  fix: 'Let `scaleTargetRef` (`targetRef` of a VerticalPodAutoscaler) have the kind and name of the workload.',
  sources: ['https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/'],
  examine: (inventory, tell) => {
    const isWhole = rendersWhole(inventory);
    const vertical = inventory.ofKind('VerticalPodAutoscaler').flatMap((object) => {
      const { targetRef: target } = specOf<{ targetRef: ScaleTarget }>(object);
      return target ? [{ object, target, field: 'spec.targetRef' }] : [];
    });
    for (const { object, target, field } of [...autoscalers(inventory), ...vertical]) {
      const { kind = 'Deployment', name } = target;
      const namespace = namespaceOf(object);
      if (!isWhole(namespace) || inventory.find(kind, namespace, name)) continue;
      tell(
        object,
        field,
        `expected a workload of ${namespace}, found ${kind} ${name}, which is not rendered`,
      );
    }
  },
};
