import type { ManifestObject } from '../../model/manifest.ts';

/** What the objects of an environment are, without the objects: enough to say what may be applied, and what it needs. */
export interface Inventory {
  /** API version and kind of every object without a namespace, such as `v1 Namespace`. */
  readonly clusterTypes: ReadonlySet<string>;
  /** The same of the objects with a namespace. */
  readonly namespacedTypes: ReadonlySet<string>;
  readonly namespaces: ReadonlySet<string>;
  /** Keys of annotations on any object. */
  readonly annotations: ReadonlySet<string>;
  /** Argo Rollouts' Rollouts, whole: they say which fields of others their controller writes. */
  readonly rollouts: readonly ManifestObject[];
}

/** A group and a kind, as AppProjects name what may be applied. */
export interface GroupKind {
  readonly group: string;
  readonly kind: string;
}

/** An inventory that grows with every object it is shown. */
export function startInventory(): {
  readonly inventory: Inventory;
  readonly see: (object: ManifestObject) => void;
} {
  const inventory = {
    clusterTypes: new Set<string>(),
    namespacedTypes: new Set<string>(),
    namespaces: new Set<string>(),
    annotations: new Set<string>(),
    rollouts: [] as ManifestObject[],
  };
  const see = (object: ManifestObject) => {
    const { namespace, annotations } = object.metadata;
    const type = `${object.apiVersion} ${object.kind}`;
    if (namespace === undefined) inventory.clusterTypes.add(type);
    else {
      inventory.namespacedTypes.add(type);
      inventory.namespaces.add(namespace);
    }
    for (const key in annotations) inventory.annotations.add(key);
    if (object.kind === 'Rollout') inventory.rollouts.push(object);
  };
  return { inventory, see };
}

/** The groups and kinds of types, each once, sorted by group and kind: several versions of a kind are one. */
export function groupKinds(types: Iterable<string>): readonly GroupKind[] {
  const unique = new Map([...types].map((type) => [withoutVersion(type), groupKindOf(type)]));
  return [...unique].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, groupKind]) => groupKind);
}

/** `apps/Deployment` for `apps/v1 Deployment`, `/Service` for `v1 Service`. */
export function withoutVersion(type: string): string {
  const { group, kind } = groupKindOf(type);
  return `${group}/${kind}`;
}

function groupKindOf(type: string): GroupKind {
  const [apiVersion = '', kind = ''] = type.split(' ');
  return { group: apiVersion.includes('/') ? (apiVersion.split('/')[0] as string) : '', kind };
}
