import type { ManifestObject } from '../../model/manifest.ts';
import type { Check } from '../check.ts';
import { autoscalers, targetKey } from '../inventory/scale.ts';
import { namespaceOf } from '../inventory/spec.ts';

export const autoscalerAlone: Check = {
  name: 'autoscaler-alone',
  topic: 'references',
  severity: 'error',
  summary: 'No workload is scaled by two autoscalers.',
  why: 'Each sets its own number of pods, so pods are started and stopped in turn for as long as both exist.',
  fix: 'Keep one, with all metrics in it. KEDA’s ScaledObject makes a HorizontalPodAutoscaler of its own.',
  sources: [
    'https://keda.sh/docs/latest/concepts/scaling-deployments/#transfer-ownership-of-an-existing-hpa',
  ],
  examine: (inventory, tell) => {
    const first = new Map<string, ManifestObject>();
    for (const { object, target, field } of autoscalers(inventory)) {
      const key = targetKey(namespaceOf(object), target);
      const other = first.get(key);
      if (other) {
        tell(
          object,
          field,
          `expected the only autoscaler of ${target.name}, found also ${other.kind} ${other.metadata.name}`,
        );
      } else {
        first.set(key, object);
      }
    }
  },
};
