import type { ManifestObject } from '../../../src/model/manifest.ts';
import { type Api, nameOf } from './api.ts';
import type { Stored } from './client.ts';
import type { Autoscaler, Workload } from './shapes.ts';

type Judge = (stored: Stored) => string | undefined;

const replicas: Judge = (stored) => {
  const { spec, status } = stored as Workload;
  const [wanted, ready] = [spec.replicas ?? 1, status?.readyReplicas ?? 0];
  return ready < wanted ? `${ready} of ${wanted} ready` : undefined;
};

/** Why an object of a kind is not ready, as Argo CD's health reads it before it goes on to the next wave. */
const JUDGES: Readonly<Record<string, Judge>> = {
  Deployment: replicas,
  StatefulSet: replicas,
  Rollout: replicas,
  DaemonSet: (stored) => {
    const { status } = stored as Workload;
    const [wanted, ready] = [status?.desiredNumberScheduled ?? 1, status?.numberReady ?? 0];
    return ready < wanted ? `${ready} of ${wanted} ready` : undefined;
  },
  Job: (stored) => ((stored as Workload).status?.succeeded ? undefined : 'has not succeeded'),
  HorizontalPodAutoscaler: (stored) => {
    const { spec, status } = stored as Autoscaler;
    const [least, current] = [spec.minReplicas ?? 1, status?.currentReplicas ?? 0];
    return current < least ? `has ${current} of at least ${least}` : undefined;
  },
  ExternalSecret: condition,
  SecretStore: condition,
};

/** What is not ready of some objects, with the reason: `Deployment shop/web 1 of 2 ready`. */
export async function notReady(api: Api, objects: readonly ManifestObject[]): Promise<readonly string[]> {
  const judged = objects.filter(({ kind }) => JUDGES[kind] !== undefined);
  const reasons = await Promise.all(
    judged.map(async (object) => {
      const stored = await api.get(object);
      const reason = stored === undefined ? 'is gone' : JUDGES[object.kind]?.(stored);
      return reason === undefined ? [] : [`${nameOf(object)} ${reason}`];
    }),
  );
  return reasons.flat();
}

interface Conditions {
  readonly conditions?: readonly {
    readonly type: string;
    readonly status: string;
    readonly message?: string;
  }[];
}

function condition(stored: Stored): string | undefined {
  const { conditions = [] } = (stored['status'] ?? {}) as Conditions;
  const ready = conditions.find(({ type }) => type === 'Ready');
  if (ready?.status === 'True') return undefined;
  return ready === undefined ? 'was not looked at' : `is not ready: ${ready.message}`;
}
