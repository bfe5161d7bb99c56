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
  { clusterRights, rights, roleArn }: Component,
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
  if (!clusterRights) return;
  const ofCluster = `${platform}-${name}`;
  new ClusterRole(scope, { metadata: { name: ofCluster, labels }, rules: clusterRights });
  new ClusterRoleBinding(scope, {
    metadata: { name: ofCluster, labels },
    subjects,
    roleRef: { kind: 'ClusterRole', name: ofCluster, apiGroup: RBAC },
  });
}
