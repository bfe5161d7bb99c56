import type { ManifestObject } from '../../model/manifest.ts';
import type { Verdict } from '../schemas/judge.ts';
import { indexObjects, type ObjectIndex } from './object-index.ts';
import { type Workload, workloadOf } from './workload.ts';
import { indexWorkloads, type Selected } from './workload-index.ts';

/** What checks have to know of the environment besides its objects. */
export interface CommonCluster {
  /** Minor version of Kubernetes: 33 for 1.33. */
  readonly kubernetesMinor: number;
  /** Registries images may come from: `registry.example/shop`, each with everything below it. Empty: any. */
  readonly registries: readonly string[];
  /** ConfigMaps that others keep in the rendered namespaces. */
  readonly configMaps: readonly string[];
  /** API groups that Kubernetes, an add-on or a given definition brings into the cluster; `''` is core. */
  readonly servedGroups: ReadonlySet<string>;
  /** The day of the run, `2026-11-21`: some things are good only until a day. */
  readonly today: string;
}

/** All objects of one environment, ready to be looked up. Made once, shared by every check. */
export interface Inventory extends ObjectIndex {
  readonly cluster: CommonCluster;
  /** Every object as it was rendered, and what the schema of its kind says: for the checks of the schema topic. */
  readonly verdicts: readonly Verdict[];
  /** Those with the shape of their kind, in the order they were rendered. */
  readonly objects: readonly ManifestObject[];
  /** Whether the namespace is rendered here: only then is it known what is in it. */
  readonly ownsNamespace: (name: string) => boolean;
  readonly workloads: readonly Workload[];
  readonly selected: Selected;
}

/** Puts sound objects in order for the checks: a few passes over all of them, so that no check needs a search. */
export function takeInventory(verdicts: readonly Verdict[], cluster: CommonCluster): Inventory {
  const objects = verdicts.filter(({ isSound }) => isSound).map(({ object }) => object);
  const { ofKind, find } = indexObjects(objects);
  const workloads = objects.map(workloadOf).filter((workload) => workload !== undefined);
  const owned = new Set(ofKind('Namespace').map(({ metadata }) => metadata.name));
  return {
    cluster,
    verdicts,
    objects,
    ofKind,
    find,
    ownsNamespace: (name) => owned.has(name),
    workloads,
    selected: indexWorkloads(workloads),
  };
}
