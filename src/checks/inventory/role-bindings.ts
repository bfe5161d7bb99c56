import type { IRoleBinding } from 'kubernetes-models/rbac.authorization.k8s.io/v1';
import type { ManifestObject } from '../../model/manifest.ts';
import type { Inventory } from './inventory.ts';
import { oncePerInventory } from './once.ts';

/** A RoleBinding or ClusterRoleBinding: who gets what. */
export interface PlacedBinding {
  readonly object: ManifestObject;
  readonly subjects: NonNullable<IRoleBinding['subjects']>;
  readonly role: { readonly kind: string; readonly name: string };
}

/** Every binding, those of namespaces first. */
export const roleBindings: (inventory: Inventory) => readonly PlacedBinding[] = oncePerInventory(
  ({ ofKind }) => {
    const group = 'rbac.authorization.k8s.io';
    return [...ofKind('RoleBinding', group), ...ofKind('ClusterRoleBinding', group)].map((object) => {
      const { subjects = [], roleRef } = object as unknown as IRoleBinding;
      return { object, subjects, role: roleRef };
    });
  },
);
