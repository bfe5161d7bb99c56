import type { Environment } from '../../../src/model/environment.ts';
import type { ManifestObject } from '../../../src/model/manifest.ts';
import { authorityConfigMaps } from './authorities.ts';
import { startAutoscaler, unscheduled } from './autoscaler.ts';
import { startExternalSecrets, startRollouts } from './controllers.ts';
import { bringDefinitions } from './crds.ts';
import { startInjector } from './injector.ts';
import { startKubelets } from './kubelet.ts';
import type { Place } from './nodes.ts';
import { prepareCluster } from './prepare.ts';
import { type ControlPlane, withControlPlane } from './start.ts';

/** A cluster that an environment can be applied to. */
export interface Cluster extends ControlPlane {
  /** Why pods do not start, a sentence for each. */
  readonly waiting: () => Promise<readonly string[]>;
}

/** What is started before the controllers are, and what they get to see in their environment because of it. */
export type Before = (plane: ControlPlane) => Promise<NodeJS.ProcessEnv>;

/**
 * A control plane with what the environment expects of a cluster, the real controllers of its Rollouts and
 * ExternalSecrets, and stand-ins for kubelets, nodes, volumes and the injector.
 */
export function withCluster<T>(
  environment: Environment,
  objects: readonly ManifestObject[],
  use: (cluster: Cluster) => Promise<T>,
  before: Before = async () => ({}),
): Promise<T> {
  return withControlPlane(async (plane) => {
    const kept = authorityConfigMaps(environment);
    await prepareCluster(plane, objects, kept, (groups) => bringDefinitions(plane.api, groups));
    const endInjector = await startInjector(plane);
    const seen = await before(plane);
    await Promise.all([startRollouts(plane, seen), startExternalSecrets(plane)]);
    const kubelets = startKubelets(plane.api);
    const autoscaler = startAutoscaler(plane.api, placeOf(environment));
    const waiting = async () => [
      ...[...kubelets.waiting()].map(([pod, missing]) => `pod ${pod} waits for ${missing.join(', ')}`),
      ...[...(await unscheduled(plane.api))].map(([pod, reason]) => `pod ${pod} finds no node: ${reason}`),
    ];
    try {
      return await use({ ...plane, waiting });
    } finally {
      await autoscaler.stop();
      await kubelets.stop();
      await endInjector();
    }
  });
}

/** Where nodes are; those of no cloud are somewhere, too. */
function placeOf({ cluster }: Environment): Place {
  return { region: 'region' in cluster ? cluster.region : 'none', zones: cluster.zones };
}
