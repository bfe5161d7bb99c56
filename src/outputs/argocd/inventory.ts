import type { Manifest, ManifestObject } from '../../model/manifest.ts';
import { partOf } from './parts.ts';

/** What the objects of an environment are, without the objects: enough to say what may be applied, and what it needs. */
export interface Inventory {
  /** Names of the objects without a namespace, by API version and kind such as `v1 Namespace`. */
  readonly clusterObjects: ReadonlyMap<string, ReadonlySet<string>>;
  /** API versions and kinds of the objects with a namespace. */
  readonly namespacedTypes: ReadonlySet<string>;
  readonly namespaces: ReadonlySet<string>;
  /** Keys of annotations on any object. */
  readonly annotations: ReadonlySet<string>;
  /** Argo Rollouts' Rollouts, whole: they say which fields of others their controller writes. */
  readonly rollouts: readonly ManifestObject[];
  /** The objects that such a controller may write to, by the part they belong to; every part is there. */
  readonly steerable: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A group and a kind, as AppProjects name what may be applied. */
export interface GroupKind {
  readonly group: string;
  readonly kind: string;
}

/** An inventory that grows with every object it is shown. */
export function startInventory(): {
  readonly inventory: Inventory;
  readonly see: (manifest: Manifest) => void;
} {
  const inventory = {
    clusterObjects: new Map<string, Set<string>>(),
    namespacedTypes: new Set<string>(),
    namespaces: new Set<string>(),
    annotations: new Set<string>(),
    rollouts: [] as ManifestObject[],
    steerable: new Map<string, Set<string>>(),
  };
  const see = (manifest: Manifest) => {
    const { object } = manifest;
    const { namespace, annotations } = object.metadata;
    const part = partOf(manifest);
    const steerable = inventory.steerable.get(part) ?? new Set();
    inventory.steerable.set(part, steerable);
    if (STEERABLE.has(object.kind)) steerable.add(objectName(object.kind, object.metadata));
    const type = `${object.apiVersion} ${object.kind}`;
    if (namespace === undefined) {
      const names = inventory.clusterObjects.get(type) ?? new Set();
      inventory.clusterObjects.set(type, names.add(object.metadata.name));
    } else {
      inventory.namespacedTypes.add(type);
      inventory.namespaces.add(namespace);
    }
    for (const key in annotations) inventory.annotations.add(key);
    if (object.kind === 'Rollout') inventory.rollouts.push(object);
  };
  return { inventory, see };
}

const STEERABLE: ReadonlySet<string> = new Set([
  'VirtualService',
  'DestinationRule',
  'Service',
  'HTTPRoute',
  'GRPCRoute',
]);

/** `Service shop/web`. */
export function objectName(
  kind: string,
  { namespace = '', name = '' }: { readonly namespace?: string; readonly name?: string },
): string {
  return `${kind} ${namespace}/${name}`;
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
