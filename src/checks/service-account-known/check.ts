import type { ISubject } from 'kubernetes-models/rbac.authorization.k8s.io/v1';
import type { ManifestObject } from '../../model/manifest.ts';
import type { Check, Tell } from '../check.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { namespaceOf } from '../inventory/spec.ts';
import { rendersWhole } from '../inventory/whole-namespaces.ts';

export const serviceAccountKnown: Check = {
  name: 'service-account-known',
  topic: 'references',
  severity: 'error',
  summary: 'Every ServiceAccount that pods run as, or that a binding gives rights to, exists.',
  why: 'Pods of an unknown ServiceAccount are never created; a binding to one gives its rights to nobody, or to whoever creates that name later.',
  fix: 'Render a ServiceAccount of that name in that namespace.',
  sources: [
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/',
    'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-subjects',
  ],
  examine: (inventory, tell) => {
    for (const { object, namespace, pod, podField } of inventory.workloads) {
      const name = pod.serviceAccountName ?? pod.serviceAccount;
      expectAccount(inventory, tell, { object, field: `${podField}.serviceAccountName`, namespace, name });
    }
    for (const object of [...inventory.ofKind('RoleBinding'), ...inventory.ofKind('ClusterRoleBinding')]) {
      const subjects = (object['subjects'] ?? []) as readonly ISubject[];
      for (const { kind, name, namespace = namespaceOf(object) } of subjects) {
        if (kind !== 'ServiceAccount') continue;
        expectAccount(inventory, tell, { object, field: `subjects[${name}]`, namespace, name });
      }
    }
  },
};

interface Reference {
  readonly object: ManifestObject;
  readonly field: string;
  readonly namespace: string;
  readonly name: string | undefined;
}

function expectAccount(
  inventory: Inventory,
  tell: Tell,
  { object, field, namespace, name }: Reference,
): void {
  // Every namespace has the account `default`.
  if (name === undefined || name === 'default' || !rendersWhole(inventory)(namespace)) return;
  if (!inventory.find('ServiceAccount', namespace, name)) {
    tell(object, field, `expected a ServiceAccount of ${namespace}, found ${name}, which is not rendered`);
  }
}
