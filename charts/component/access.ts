import type { Construct } from 'constructs';
import {
  ClusterRole,
  ClusterRoleBinding,
  Role,
  RoleBinding,
  ServiceAccount,
} from '../../imports/kubernetes.ts';
import type { Environment } from '../../src/model/environment.ts';
import type { ComponentMetadata } from './add-component.ts';
import type { Component } from './component.ts';

const RBAC = 'rbac.authorization.k8s.io';

/** The account a component runs as, with the rights it asks for and no others. */
export function addAccess(
  scope: Construct,
  { platform }: Environment,
  { clusterRights, rights, rightsIn, roleArn }: Component,
  metadata: ComponentMetadata,
): void {
  const { name, namespace, labels } = metadata;
  const annotations = roleArn === undefined ? undefined : { 'eks.amazonaws.com/role-arn': roleArn };
  new ServiceAccount(scope, { metadata: { ...metadata, annotations }, automountServiceAccountToken: false });
  const subjects = [{ kind: 'ServiceAccount', name, namespace }];
  if (rights) {
    new Role(scope, { metadata, rules: rights });
    new RoleBinding(scope, { metadata, subjects, roleRef: { kind: 'Role', name, apiGroup: RBAC } });
  }
  const ofPlatform = `${platform}-${name}`;
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
