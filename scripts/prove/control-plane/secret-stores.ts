import type { ManifestObject } from '../../../src/model/manifest.ts';

interface Reference {
  readonly key: string;
  readonly property?: string;
}

interface ExternalSecretSpec {
  readonly secretStoreRef?: { readonly name: string };
  readonly data?: readonly { readonly remoteRef: Reference }[];
  readonly dataFrom?: readonly { readonly extract?: Reference }[];
}

/**
 * Gives each SecretStore answers of its own instead of the cloud to ask: a made-up value for every remote key and
 * property that ExternalSecrets ask it for, and nothing else. Other objects stay the same.
 */
export function answeringStores(
  objects: readonly ManifestObject[],
): (object: ManifestObject) => ManifestObject {
  return (object) =>
    object.kind === 'SecretStore'
      ? { ...object, spec: { provider: { fake: { data: answersOf(object, objects) } } } }
      : object;
}

function answersOf(store: ManifestObject, objects: readonly ManifestObject[]) {
  const named = new Map<string, Set<string>>();
  for (const { key, property } of objects.flatMap((object) => references(object, store))) {
    const properties = named.get(key) ?? new Set();
    if (property !== undefined) properties.add(property);
    named.set(key, properties);
  }
  return [...named].map(([key, properties]) => ({ key, value: madeUp(key, properties) }));
}

/** What an ExternalSecret asks the store for; nothing when it is another kind or asks another store. */
function references(object: ManifestObject, store: ManifestObject): readonly Reference[] {
  if (object.kind !== 'ExternalSecret' || object.metadata.namespace !== store.metadata.namespace) return [];
  const { secretStoreRef, data = [], dataFrom = [] } = object['spec'] as ExternalSecretSpec;
  if (secretStoreRef?.name !== store.metadata.name) return [];
  return [...data.map(({ remoteRef }) => remoteRef), ...dataFrom.flatMap(({ extract }) => extract ?? [])];
}

function madeUp(key: string, properties: ReadonlySet<string>): string {
  if (properties.size === 0) return `made up for ${key}`;
  const value = {};
  for (const property of properties) put(value, property.split('.'), `made up for ${property}`);
  return JSON.stringify(value);
}

/** `tls.crt` is a path to the store that answers by itself, as it is not to the cloud's. */
function put(into: Record<string, unknown>, [first = '', ...rest]: readonly string[], text: string): void {
  into[first] ??= {};
  if (rest.length === 0) into[first] = text;
  else put(into[first] as Record<string, unknown>, rest, text);
}
