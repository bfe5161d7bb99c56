import type { PodSpec } from '../../imports/kubernetes.ts';
import type { Environment } from '../../src/model/environment.ts';
import type { Labels } from '../labels.ts';

/** How pods are spread over zones and nodes. */
export type Spread = NonNullable<PodSpec['topologySpreadConstraints']>;

/**
 * Spreads pods evenly over zones, and over nodes where there is room.
 * Zones bind where every zone is sure to get a pod, so that the loss of one leaves the others serving; elsewhere a
 * pod that cannot be placed would be worse than an uneven one. There is no anti-affinity beside it: preferred by
 * node it says the same, and costs the scheduler a look at every pod.
 * `revisionLabel` spreads each revision by itself: the pods of an old one are about to go, and the new ones would be
 * uneven once they have.
 */
export function spread(
  { cluster }: Environment,
  selector: Labels,
  min: number,
  revisionLabel?: string,
): Spread {
  const revision = revisionLabel === undefined ? {} : { matchLabelKeys: [revisionLabel] };
  const isBinding = cluster.zones.length > 1 && min >= cluster.zones.length;
  return [
    {
      maxSkew: 1,
      topologyKey: 'topology.kubernetes.io/zone',
      whenUnsatisfiable: isBinding ? 'DoNotSchedule' : 'ScheduleAnyway',
      // A zone whose only nodes are tainted for others would count as empty and stop the rollout.
      nodeTaintsPolicy: 'Honor',
      labelSelector: { matchLabels: selector },
      ...revision,
    },
    {
      maxSkew: 1,
      topologyKey: 'kubernetes.io/hostname',
      whenUnsatisfiable: 'ScheduleAnyway',
      labelSelector: { matchLabels: selector },
      ...revision,
    },
  ];
}
