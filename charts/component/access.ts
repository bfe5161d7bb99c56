import type { Construct } from 'constructs';
import { bindingOf } from '../../choices/clouds/index.ts';
import {
  ClusterRole,
  ClusterRoleBinding,
  Role,
  RoleBinding,
  ServiceAccount,
} from '../../imports/kubernetes.ts';
import type { Environment } from '../../src/model/environment.ts';
import { keysOf, requiredSecret } from '../secrets/required-secret.ts';
import type { ComponentMetadata } from './add-component.ts';
import type { Component } from './component.ts';

const RBAC = 'rbac.authorization.k8s.io';

/** The account a component runs as, with the rights it asks for and no others. */
export function addAccess(
  scope: Construct,
  environment: Environment,
  { clusterRights, rights, rightsIn, identity, secret }: Component,
  metadata: ComponentMetadata,
): void {
  const { name, namespace, labels } = metadata;
  const required = secret && requiredSecret(environment, name, secret.keys ?? keysOf(secret));
  const annotations = identity || required ? { ...bindingOf(identity).account, ...required } : undefined;
  new ServiceAccount(scope, { metadata: { ...metadata, annotations }, automountServiceAccountToken: false });
  const subjects = [{ kind: 'ServiceAccount', name, namespace }];
  if (rights) {
    new Role(scope, { metadata, rules: rights });
    new RoleBinding(scope, { metadata, subjects, roleRef: { kind: 'Role', name, apiGroup: RBAC } });
  }
  const ofPlatform = `${environment.platform}-${name}`;
  for (const [other, rules] of rightsIn ?? []) {
    // A component of another platform may have rights there, too.
    const there = { name: ofPlatform, namespace: other, labels };
    new Role(scope, { metadata: there, rules });
    new RoleBinding(scope, {
      metadata: there,
      subjects,
      roleRef: { kind: 'Role', name: ofPlatform, apiGroup: RBAC },
    });
  }
  if (!clusterRights) return;
  new ClusterRole(scope, { metadata: { name: ofPlatform, labels }, rules: clusterRights });
  new ClusterRoleBinding(scope, {
    metadata: { name: ofPlatform, labels },
    subjects,
    roleRef: { kind: 'ClusterRole', name: ofPlatform, apiGroup: RBAC },
  });
}
