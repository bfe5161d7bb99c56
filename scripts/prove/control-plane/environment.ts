import type { Environment } from '../../../src/model/environment.ts';
import type { ManifestObject } from '../../../src/model/manifest.ts';
import { type Api, nameOf } from './api.ts';
import { applyInWaves, changedAgain, readyWithin, storedOtherwise } from './apply.ts';
import { type Cluster, withCluster } from './cluster.ts';
import { madeOtherwise, otherFormats, plainObjects } from './formats.ts';
import { answeringStores } from './secret-stores.ts';

/** What became of an environment on a real control plane. */
export interface Judged {
  readonly name: string;
  readonly objects: number;
  readonly pods: number;
  readonly nodes: number;
  /** Secrets that External Secrets made. */
  readonly secrets: number;
  readonly faults: readonly string[];
}

/**
 * Applies what an environment renders to a control plane of its own, strictly and in waves, with the real controllers of
 * its Rollouts and ExternalSecrets; then everything once more, and the other formats over it.
 */
export function judgeEnvironment(environment: Environment): Promise<Judged> {
  const objects = plainObjects(environment.platform, environment.name);
  return withCluster(environment, objects, (cluster) => judged(cluster, environment, objects));
}

async function judged(
  { api, waiting }: Cluster,
  { platform, name }: Environment,
  objects: readonly ManifestObject[],
): Promise<Judged> {
  const answering = answeringStores(objects);
  const applied = objects.map(answering);
  const late = await applyInWaves(api, applied);
  const faults = [...late, ...(await readyWithin(api, applied, 'at rest')), ...(await waiting())];
  for (const store of objects.filter((object) => answering(object) !== object)) {
    const { status, body } = await api.apply(store, true);
    if (status >= 300) faults.push(`${nameOf(store)} refused: ${body.message}`);
  }
  faults.push(...(await storedOtherwise(api, applied)), ...(await changedAgain(api, applied)));
  for (const [format, others] of await otherFormats(platform, name)) {
    if (others.length !== objects.length) faults.push(`${format}: ${others.length} objects`);
    for (const change of await madeOtherwise(api, applied, others.map(answering)))
      faults.push(`${format}: ${change}`);
  }
  faults.push(...refusedPods(await api.list('/api/v1/events?limit=5000')));
  return { name: `${platform}/${name}`, objects: objects.length, faults, ...(await counted(api)) };
}

async function counted(api: Api): Promise<Pick<Judged, 'pods' | 'nodes' | 'secrets'>> {
  const secrets = await api.list('/api/v1/secrets');
  return {
    pods: (await api.list('/api/v1/pods')).length,
    nodes: (await api.list('/api/v1/nodes')).length,
    secrets: secrets.filter(({ metadata }) => metadata.ownerReferences?.[0]?.kind === 'ExternalSecret')
      .length,
  };
}

/** Pods that admission refused: quotas, limits, pod security. */
function refusedPods(events: readonly ManifestObject[]): readonly string[] {
  return events
    .filter((event) => event['reason'] === 'FailedCreate')
    .map((event) => `pods refused: ${String(event['message'])}`);
}
