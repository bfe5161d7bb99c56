import type { IPolicyRule } from 'kubernetes-models/rbac.authorization.k8s.io/v1';
import type { ManifestObject } from '../../model/manifest.ts';
import type { Check } from '../check.ts';
import { roleBindings } from '../inventory/role-bindings.ts';

/** What there is in namespaces only, and is changed there by those who own them. */
const NAMESPACED: ReadonlySet<string> = new Set([
  ...['configmaps', 'cronjobs', 'daemonsets', 'deployments', 'endpointslices', 'horizontalpodautoscalers'],
  ...['ingresses', 'jobs', 'leases', 'networkpolicies', 'persistentvolumeclaims', 'poddisruptionbudgets'],
  ...['pods', 'replicasets', 'secrets', 'serviceaccounts', 'services', 'statefulsets'],
]);

const WRITING: ReadonlySet<string> = new Set(['create', 'update', 'patch', 'delete', 'deletecollection']);

export const clusterScopeNeeded: Check = {
  name: 'cluster-scope-needed',
  topic: 'access',
  severity: 'info',
  summary: 'Rights to change what is in namespaces are bound in namespaces.',
  why: 'A ClusterRoleBinding gives them in every namespace, also in those of other teams and of Kubernetes itself.',
  fix: 'Write a RoleBinding in each namespace it is for; it may refer to the same ClusterRole.',
  sources: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege'],
  examine: (inventory, tell) => {
    for (const { object, subjects, role } of roleBindings(inventory)) {
      const granted = object.kind === 'ClusterRoleBinding' && inventory.find('ClusterRole', '', role.name);
      const isOurs = subjects.every(
        ({ kind, namespace = '' }) => kind === 'ServiceAccount' && inventory.ownsNamespace(namespace),
      );
      if (!granted || subjects.length === 0 || !isOurs || !changesNamespacesOnly(granted)) continue;
      tell(object, 'kind', `expected a RoleBinding, found that ${role.name} is bound in every namespace`);
    }
  },
};

function changesNamespacesOnly(role: ManifestObject): boolean {
  const rules = (role['rules'] ?? []) as readonly IPolicyRule[];
  const isNamespaced = rules.every(({ resources = [] }) =>
    resources.every((name) => NAMESPACED.has(name.split('/')[0] ?? '')),
  );
  const isReading = rules.every(({ verbs }) => !verbs.some((verb) => WRITING.has(verb)));
  return isNamespaced && !isReading && rules.every(({ nonResourceURLs }) => !nonResourceURLs?.length);
}
