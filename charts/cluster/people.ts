import type { Construct } from 'constructs';
import { ClusterRole, ClusterRoleBinding, Role, RoleBinding } from '../../imports/kubernetes.ts';
import { DEPLOYER_RULES, isForDeployers } from '../../src/access/deployer-rules.ts';
import { EMERGENCY_RULES } from '../../src/access/emergency-rules.ts';
import { CLUSTER_VIEWER_RULES, VIEWER_RULES } from '../../src/access/viewer-rules.ts';
import type { Environment } from '../../src/model/environment.ts';

const RBAC = 'rbac.authorization.k8s.io';

/**
 * What people may do: roles of the platform, said once and bound in its namespaces, and for nodes and volumes in the
 * cluster. Without groups there are none. A preview binds those of the environment that it is a copy of.
 */
export function addPeople(scope: Construct, environment: Environment): void {
  const { access, ownedNamespaces, platform, preview, emergency } = environment;
  if (!preview) addRoles(scope, environment);
  for (const owned of ownedNamespaces) {
    bindViewers(scope, owned.name, environment);
    if (!isForDeployers(owned.name, environment)) continue;
    bind(scope, { name: 'deployer', namespace: owned.name }, `${platform}-deployer`, access.deployer);
  }
  const outside = environment.ingress?.namespace;
  if (outside !== undefined && !preview) {
    // What brings requests in is in a namespace of somebody else's.
    const metadata = { name: `${platform}-viewer`, namespace: outside };
    bind(scope, metadata, metadata.name, everybodyOf(access));
  }
  if (emergency) addEmergency(scope, environment, emergency);
}

/** Lets viewers and deployers look at a namespace. */
export function bindViewers(scope: Construct, namespace: string, environment: Environment): void {
  const { access, platform } = environment;
  bind(scope, { name: 'viewer', namespace }, `${platform}-viewer`, everybodyOf(access));
}

function addRoles(scope: Construct, { access, platform }: Environment): void {
  const everybody = everybodyOf(access);
  if (everybody.length === 0) return;
  const clusterViewer = `${platform}-cluster-viewer`;
  new ClusterRole(scope, { metadata: { name: clusterViewer }, rules: CLUSTER_VIEWER_RULES });
  new ClusterRoleBinding(scope, {
    metadata: { name: clusterViewer },
    subjects: subjectsOf(everybody),
    roleRef: { kind: 'ClusterRole', name: clusterViewer, apiGroup: RBAC },
  });
  new ClusterRole(scope, { metadata: { name: `${platform}-viewer` }, rules: VIEWER_RULES });
  if (access.deployer.length === 0) return;
  new ClusterRole(scope, { metadata: { name: `${platform}-deployer` }, rules: DEPLOYER_RULES });
}

function bind(
  scope: Construct,
  metadata: { readonly name: string; readonly namespace: string },
  role: string,
  groups: readonly string[],
): void {
  if (groups.length === 0) return;
  new RoleBinding(scope, {
    metadata,
    subjects: subjectsOf(groups),
    roleRef: { kind: 'ClusterRole', name: role, apiGroup: RBAC },
  });
}

/** The right to write by hand, as long as the input declares the emergency; with its reason, for who reviews rights. */
function addEmergency(
  scope: Construct,
  { access, namespaces }: Environment,
  { reason, until }: NonNullable<Environment['emergency']>,
): void {
  const annotations = { 'charthouse.dev/emergency': reason, 'charthouse.dev/emergency-until': until };
  const metadata = { name: 'emergency', namespace: namespaces.services, annotations };
  new Role(scope, { metadata, rules: EMERGENCY_RULES });
  new RoleBinding(scope, {
    metadata,
    subjects: subjectsOf(access.deployer),
    roleRef: { kind: 'Role', name: 'emergency', apiGroup: RBAC },
  });
}

function everybodyOf({ deployer, viewer }: Environment['access']): readonly string[] {
  return [...new Set([...deployer, ...viewer])].sort();
}

function subjectsOf(groups: readonly string[]) {
  return groups.map((name) => ({ kind: 'Group', name, apiGroup: RBAC }));
}
