import type { ManifestObject } from '../../model/manifest.ts';
import type { Check } from '../check.ts';
import { clusterNames } from '../inventory/cluster-names.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { namespaceOf, specOf } from '../inventory/spec.ts';
import { isLegible } from '../inventory/whole-namespaces.ts';

export const secretStoreKnown: Check = {
  name: 'secret-store-known',
  topic: 'references',
  severity: 'error',
  summary: 'Every ExternalSecret reads from a SecretStore that exists.',
  why: 'External Secrets reports `SecretSyncedError` and produces no Secret, so the pods that wait for it do not start.',
  fix: 'Name a SecretStore of the same namespace in `spec.secretStoreRef`, with its kind.',
  sources: ['https://external-secrets.io/latest/api/externalsecret/'],
  examine: (inventory, tell) => {
    for (const object of inventory.ofKind('ExternalSecret')) {
      for (const { name, kind = 'SecretStore', field } of storesOf(object)) {
        if (name === undefined || isProvided(inventory, object, kind, name)) continue;
        tell(object, field, `expected a ${kind} that is rendered, found ${name}`);
      }
    }
  },
};

interface StoreReference {
  readonly name?: string;
  readonly kind?: string;
}

interface ExternalSecretSpec {
  readonly secretStoreRef: StoreReference;
  readonly data: readonly {
    readonly secretKey: string;
    readonly sourceRef?: { readonly storeRef?: StoreReference };
  }[];
}

function storesOf(object: ManifestObject): readonly (StoreReference & { readonly field: string })[] {
  const { secretStoreRef = {}, data = [] } = specOf<ExternalSecretSpec>(object);
  const own = data.flatMap(({ secretKey, sourceRef }) =>
    sourceRef?.storeRef
      ? [{ ...sourceRef.storeRef, field: `spec.data[${secretKey}].sourceRef.storeRef` }]
      : [],
  );
  return [{ ...secretStoreRef, field: 'spec.secretStoreRef' }, ...own];
}

/** True also where it cannot be known: others may provide what is in the cluster's scope or in namespaces of theirs. */
function isProvided(inventory: Inventory, object: ManifestObject, kind: string, name: string): boolean {
  const namespace = namespaceOf(object);
  if (kind === 'SecretStore')
    return !isLegible(inventory)(namespace) || inventory.find(kind, namespace, name) !== undefined;
  return clusterNames(inventory).get(kind)?.has(name) ?? true;
}
