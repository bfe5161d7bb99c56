import type { IIngress } from 'kubernetes-models/networking.k8s.io/v1';
import type { ManifestObject } from '../../model/manifest.ts';
import { groupOf } from './api-group.ts';
import type { Inventory } from './inventory.ts';
import { podReferences } from './pod-references.ts';
import { producedSecrets } from './produced-secrets.ts';
import { roleBindings } from './role-bindings.ts';
import { autoscalers } from './scale.ts';
import { namespaceOf, specOf } from './spec.ts';
import type { Workload } from './workload.ts';

/** An object that does not work, or is refused, before another one exists; any of several will do. */
export interface Need {
  readonly object: ManifestObject;
  readonly field: string;
  readonly needed: readonly ManifestObject[];
}

/** What rendered objects need of each other, as far as both are rendered. */
export function needsOf(inventory: Inventory): readonly Need[] {
  return [
    ...namespaceNeeds(inventory),
    ...inventory.workloads.flatMap((workload) => podNeeds(workload, inventory)),
    ...inventory
      .ofKind('ExternalSecret', 'external-secrets.io')
      .flatMap((object) => storeNeed(object, inventory)),
    ...inventory.ofKind('Ingress', 'networking.k8s.io').flatMap((object) => backendNeeds(object, inventory)),
    ...['SecretStore', 'ClusterSecretStore'].flatMap((kind) =>
      inventory.ofKind(kind, 'external-secrets.io').flatMap((object) => accountNeed(object, inventory)),
    ),
    ...inventory.ofKind('VirtualService').flatMap((object) => routeNeeds(object, inventory)),
    ...autoscalers(inventory).flatMap(({ object, target: { kind = 'Deployment', name }, field }) =>
      toNeed(object, field, inventory.find(kind, namespaceOf(object), name)),
    ),
    ...definitionNeeds(inventory),
    ...roleBindings(inventory).flatMap(({ object, role }) => {
      const namespace = role.kind === 'Role' ? namespaceOf(object) : '';
      return toNeed(object, 'roleRef', inventory.find(role.kind, namespace, role.name));
    }),
  ];
}

function toNeed(object: ManifestObject, field: string, needed: ManifestObject | undefined): readonly Need[] {
  return needed && needed !== object ? [{ object, field, needed: [needed] }] : [];
}

function namespaceNeeds({ objects, ofKind }: Inventory): readonly Need[] {
  const needed = new Map(ofKind('Namespace', '').map((namespace) => [namespace.metadata.name, [namespace]]));
  const needs: Need[] = [];
  for (const object of objects) {
    const own = needed.get(namespaceOf(object));
    if (own) needs.push({ object, field: 'metadata.namespace', needed: own });
  }
  return needs;
}

function podNeeds(workload: Workload, inventory: Inventory): readonly Need[] {
  const { object, namespace, pod, podField } = workload;
  const { find } = inventory;
  const secrets = producedSecrets(inventory);
  const account = find('ServiceAccount', namespace, pod.serviceAccountName ?? 'default');
  return [
    ...toNeed(object, `${podField}.serviceAccountName`, account),
    ...toNeed(
      object,
      `${podField}.priorityClassName`,
      find('PriorityClass', '', pod.priorityClassName ?? ''),
    ),
    ...podReferences(inventory)(workload).flatMap(({ kind, name, field }) => {
      if (kind === 'ConfigMap') return toNeed(object, field, find(kind, namespace, name));
      const needed = secrets.get(`${namespace}/${name}`)?.map(({ producer }) => producer) ?? [];
      return needed.length > 0 ? [{ object, field, needed }] : [];
    }),
  ];
}

function storeNeed(object: ManifestObject, { find }: Inventory): readonly Need[] {
  const { kind = 'SecretStore', name = '' } =
    specOf<{ secretStoreRef: { kind?: string; name?: string } }>(object).secretStoreRef ?? {};
  const store = find(kind, kind === 'SecretStore' ? namespaceOf(object) : '', name);
  return toNeed(object, 'spec.secretStoreRef', store);
}

function backendNeeds(object: ManifestObject, { find }: Inventory): readonly Need[] {
  const { rules = [] } = specOf<NonNullable<IIngress['spec']>>(object);
  return rules.flatMap(({ host = '*', http }) =>
    (http?.paths ?? []).flatMap(({ backend, path = '/' }) =>
      toNeed(
        object,
        `spec.rules[${host}].http.paths[${path}].backend`,
        find('Service', namespaceOf(object), backend.service?.name ?? ''),
      ),
    ),
  );
}

interface StoreSpec {
  readonly provider: {
    readonly aws?: { readonly auth?: { readonly jwt?: { readonly serviceAccountRef?: AccountReference } } };
  };
}

interface AccountReference {
  readonly name: string;
  readonly namespace?: string;
}

function accountNeed(object: ManifestObject, { find }: Inventory): readonly Need[] {
  const account = specOf<StoreSpec>(object).provider?.aws?.auth?.jwt?.serviceAccountRef;
  if (!account) return [];
  const needed = find('ServiceAccount', account.namespace ?? namespaceOf(object), account.name);
  return toNeed(object, 'spec.provider.aws.auth.jwt.serviceAccountRef', needed);
}

interface RouteSpec {
  readonly http: readonly {
    readonly route?: readonly { readonly destination: { readonly host: string } }[];
  }[];
}

function routeNeeds(object: ManifestObject, { find }: Inventory): readonly Need[] {
  return (specOf<RouteSpec>(object).http ?? []).flatMap(({ route = [] }, index) =>
    route.flatMap(({ destination: { host } }) => {
      const [name = '', namespace = namespaceOf(object), suffix = 'svc'] = host.split('.');
      // Others than `orders`, `orders.shop` and `orders.shop.svc...` are outside the cluster.
      const service = suffix === 'svc' ? find('Service', namespace, name) : undefined;
      return toNeed(object, `spec.http[${index}].route`, service);
    }),
  );
}

interface DefinitionSpec {
  readonly group: string;
  readonly names: { readonly kind: string };
}

function definitionNeeds({ ofKind }: Inventory): readonly Need[] {
  return ofKind('CustomResourceDefinition').flatMap((definition) => {
    const { group, names } = specOf<DefinitionSpec>(definition);
    const own = ofKind(names?.kind ?? '').filter(({ apiVersion }) => groupOf(apiVersion) === group);
    return own.map((object) => ({ object, field: 'kind', needed: [definition] }));
  });
}
