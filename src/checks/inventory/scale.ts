import type { ManifestObject } from '../../model/manifest.ts';
import { oncePerInventory, oncePerItem } from './once.ts';
import { namespaceOf, specOf } from './spec.ts';
import type { Workload } from './workload.ts';

/** What an autoscaler scales. */
export interface ScaleTarget {
  readonly kind?: string;
  readonly apiVersion?: string;
  readonly name: string;
}

/** A HorizontalPodAutoscaler or KEDA's ScaledObject and what it scales. */
export interface Autoscaler {
  readonly object: ManifestObject;
  readonly target: ScaleTarget;
  /** Path of the target in the object. */
  readonly field: string;
  readonly min: number;
  readonly max: number;
}

/** How many pods a workload has at least and at most; undefined where the number of nodes decides it. */
export interface Scale {
  readonly min: number;
  readonly max: number;
}

interface AutoscalerSpec {
  readonly scaleTargetRef: ScaleTarget;
  readonly minReplicas: number;
  readonly maxReplicas: number;
  readonly minReplicaCount: number;
  readonly maxReplicaCount: number;
}

/** Every autoscaler that changes how many pods there are. */
export const autoscalers = oncePerInventory(({ ofKind }): readonly Autoscaler[] =>
  [...ofKind('HorizontalPodAutoscaler'), ...ofKind('ScaledObject')].flatMap((object) => {
    const spec = specOf<AutoscalerSpec>(object);
    if (!spec.scaleTargetRef) return [];
    const isKeda = object.kind === 'ScaledObject';
    // https://keda.sh/docs/latest/reference/scaledobject-spec/: 0 to 100 Deployments if left out.
    const min = isKeda ? (spec.minReplicaCount ?? 0) : (spec.minReplicas ?? 1);
    const max = isKeda ? (spec.maxReplicaCount ?? 100) : (spec.maxReplicas ?? min);
    return [{ object, target: spec.scaleTargetRef, field: 'spec.scaleTargetRef', min, max }];
  }),
);

/** The one key of a scale target: `shop/Deployment/api`. */
export function targetKey(namespace: string, { kind = 'Deployment', name }: ScaleTarget): string {
  return `${namespace}/${kind}/${name}`;
}

const autoscalersByTarget = oncePerInventory((inventory) => {
  const byTarget = new Map<string, Autoscaler>();
  for (const autoscaler of autoscalers(inventory)) {
    byTarget.set(targetKey(namespaceOf(autoscaler.object), autoscaler.target), autoscaler);
  }
  return byTarget;
});

/** Tells the scale of a workload from its autoscaler, or else from its replicas. */
export const scaleOf = oncePerItem(
  ({ object, kind, name, namespace }: Workload, inventory): Scale | undefined => {
    if (kind === 'DaemonSet') return undefined;
    if (kind === 'Job' || kind === 'CronJob' || kind === 'Pod') return { min: 1, max: 1 };
    const { replicas = 1 } = specOf<{ replicas: number }>(object);
    const autoscaler = autoscalersByTarget(inventory).get(targetKey(namespace, { kind, name }));
    return autoscaler ?? { min: replicas, max: replicas };
  },
);
