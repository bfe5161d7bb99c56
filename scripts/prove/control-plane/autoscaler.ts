import type { Api } from './api.ts';
import { addNode, type Place } from './nodes.ts';
import type { Pod } from './shapes.ts';

const MOST_NODES = 60;

/** Stands in for an autoscaler of nodes: one a zone at first, one more while pods find no room. */
export function startAutoscaler(api: Api, place: Place): { readonly stop: () => Promise<void> } {
  let going = true;
  const loop = async () => {
    let nodes = 0;
    const add = () => addNode(api, nodes++, place);
    for (const _ of place.zones) await add();
    while (going) {
      await new Promise((resolve) => setTimeout(resolve, 3000));
      if (going && nodes < MOST_NODES && (await isShort(api, nodes).catch(() => false))) await add();
    }
  };
  const ended = loop();
  return {
    stop: async () => {
      going = false;
      await ended;
    },
  };
}

/** Pods that no node takes, with the scheduler's reason. */
export async function unscheduled(api: Api): Promise<ReadonlyMap<string, string>> {
  const pods = await api.list<Pod>('/api/v1/pods?fieldSelector=status.phase%3DPending');
  const reasons = pods.flatMap(({ metadata: { namespace, name }, status }) => {
    const scheduled = status.conditions?.find(({ type }) => type === 'PodScheduled');
    return scheduled?.status === 'False' ? [[`${namespace}/${name}`, scheduled.message ?? ''] as const] : [];
  });
  return new Map(reasons);
}

/** Whether a pod found no room on all the nodes there are; what the scheduler said of fewer is out of date. */
async function isShort(api: Api, nodes: number): Promise<boolean> {
  const reasons = [...(await unscheduled(api)).values()];
  return reasons.some(
    (reason) =>
      reason.startsWith(`0/${nodes} nodes`) &&
      /Insufficient|Too many pods|topology spread|anti-affinity/.test(reason),
  );
}
