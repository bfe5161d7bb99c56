import type { ManifestObject } from '../../model/manifest.ts';
import type { Check } from '../check.ts';
import { oncePerInventory } from '../inventory/once.ts';
import type { Workload } from '../inventory/workload.ts';

export const agentsPlacedFirst: Check = {
  name: 'agents-placed-first',
  topic: 'reliability',
  severity: 'warning',
  summary: 'The pods of a DaemonSet have a PriorityClass that is not below that of any other pod.',
  why: 'A pod of a DaemonSet has one node where it can run. Pushed out by a service, or late on a full node, it stays pending there, and the node sends neither logs nor numbers.',
  fix: 'Give the DaemonSet the highest PriorityClass: `observability` brings one for its agents.',
  sources: [
    'https://kubernetes.io/docs/concepts/workloads/controllers/daemonset/#how-daemon-pods-are-scheduled',
    'https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/',
  ],
  examine: (inventory, tell) => {
    const worthOf = values(inventory);
    const others = inventory.workloads.filter(({ kind }) => kind !== 'DaemonSet');
    const highest = Math.max(0, ...others.map((workload) => worthOf(workload) ?? 0));
    for (const agent of inventory.workloads) {
      const value = agent.kind === 'DaemonSet' ? worthOf(agent) : undefined;
      if (value === undefined || value >= highest) continue;
      const message = `expected a class of ${highest} or more, as other pods have, found one of ${value}`;
      tell(agent.object, `${agent.podField}.priorityClassName`, message);
    }
  },
};

/** What the class of a workload's pods is worth; undefined where it is not rendered here, as those of Kubernetes. */
const values = oncePerInventory(({ ofKind }) => {
  const classes = new Map(
    ofKind('PriorityClass').map((object) => [object.metadata.name, valueIn(object)] as const),
  );
  return ({ pod }: Workload): number | undefined =>
    pod.priorityClassName === undefined ? 0 : classes.get(pod.priorityClassName);
});

function valueIn(object: ManifestObject): number {
  return Number((object as ManifestObject & { readonly value?: number }).value ?? 0);
}
