import type { Api } from './api.ts';
import { missingFiles } from './mounted.ts';
import type { Container, Pod } from './shapes.ts';
import { bindClaims } from './volumes.ts';

/** What stands in for the kubelets and the driver of volumes. */
export interface Kubelets {
  /** Why pods do not start: what they mount and is not there, by pod. */
  readonly waiting: () => ReadonlyMap<string, readonly string[]>;
  readonly stop: () => Promise<void>;
}

/**
 * Stands in for every kubelet: a pod that is scheduled is ready as soon as each Secret and ConfigMap key that it mounts
 * is there, one of a Job has succeeded a second later, and what is deleted is gone.
 */
export function startKubelets(api: Api): Kubelets {
  let going = true;
  let waiting: ReadonlyMap<string, readonly string[]> = new Map();
  const addresses = pool();
  const round = async () => {
    const seen = new Map<string, readonly string[]>();
    for (const pod of await api.list<Pod>('/api/v1/pods')) await step(api, pod, addresses, seen);
    await bindClaims(api);
    waiting = seen;
  };
  const loop = async () => {
    while (going) {
      await round().catch((error: Error) => console.error(`kubelet: ${error.message}`));
      await new Promise((resolve) => setTimeout(resolve, 400));
    }
  };
  const ended = loop();
  return {
    waiting: () => waiting,
    stop: async () => {
      going = false;
      await ended;
    },
  };
}

async function step(
  api: Api,
  pod: Pod,
  addresses: () => string,
  waiting: Map<string, readonly string[]>,
): Promise<void> {
  const { namespace, name, deletionTimestamp } = pod.metadata;
  const path = `/api/v1/namespaces/${namespace}/pods/${name}`;
  if (deletionTimestamp !== undefined) {
    await api.call('DELETE', path, { gracePeriodSeconds: 0 });
  } else if (isDone(pod)) {
    await api.merge(`${path}/status`, { status: hasSucceeded(pod) });
  } else if (pod.spec.nodeName !== undefined && pod.status.phase === 'Pending') {
    const missing = await missingFiles(api, pod);
    if (missing.length > 0) waiting.set(`${namespace}/${name}`, missing);
    else await api.merge(`${path}/status`, { status: runs(pod, addresses()) });
  }
}

/** Pods of Jobs end by themselves. */
function isDone({ metadata, status }: Pod): boolean {
  const isOfJob = metadata.ownerReferences?.some(({ kind }) => kind === 'Job') ?? false;
  return isOfJob && status.phase === 'Running' && Date.now() - Date.parse(status.startTime ?? '') > 1500;
}

function runs(pod: Pod, podIP: string) {
  const now = new Date().toISOString();
  const types = ['PodReadyToStartContainers', 'Initialized', 'Ready', 'ContainersReady', 'PodScheduled'];
  const started = (containers: readonly Container[]) =>
    containers.map((container) => status(container, true, { running: { startedAt: now } }));
  return {
    phase: 'Running',
    startTime: now,
    hostIP: '10.0.0.1',
    podIP,
    podIPs: [{ ip: podIP }],
    conditions: types.map((type) => ({ type, status: 'True', lastTransitionTime: now })),
    containerStatuses: started(pod.spec.containers),
    initContainerStatuses: started(sidecars(pod)),
  };
}

function hasSucceeded(pod: Pod) {
  const now = new Date().toISOString();
  const terminated = { exitCode: 0, reason: 'Completed', startedAt: now, finishedAt: now };
  const ended = (containers: readonly Container[]) =>
    containers.map((container) => status(container, false, { terminated }));
  const conditions = (['Ready', 'ContainersReady'] as const).map((type) => ({
    type,
    status: 'False',
    reason: 'PodCompleted',
    lastTransitionTime: now,
  }));
  return {
    phase: 'Succeeded',
    conditions,
    containerStatuses: ended(pod.spec.containers),
    initContainerStatuses: ended(sidecars(pod)),
  };
}

function sidecars({ spec }: Pod): readonly Container[] {
  return (spec.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy === 'Always');
}

function status({ name, image }: Container, ready: boolean, state: object) {
  return { name, image, imageID: 'proof', ready, started: ready, restartCount: 0, state };
}

function pool(): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `10.1.${Math.floor(last / 250) % 250}.${(last % 250) + 1}`;
  };
}
