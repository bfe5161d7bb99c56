import type { Construct } from 'constructs';
import { type PolicyRule, Role, RoleBinding } from '../../../imports/kubernetes.ts';
import { KIALI, shownNamespaces } from '../../../monitoring/kiali/config.ts';
import { MESH_RULES } from '../../../src/access/mesh-rules.ts';
import type { Environment } from '../../../src/model/environment.ts';
import type { Labels } from '../../labels.ts';

/** The right to look, in each namespace that is shown and no other: https://kiali.io/docs/installation/namespace-management/ */
export function addKialiRights(scope: Construct, environment: Environment, labels: Labels): void {
  // Those of the mesh are not the platform's own: another one may be shown there too.
  const name = `${environment.platform}-${KIALI}`;
  for (const namespace of shownNamespaces(environment)) {
    const metadata = { name, namespace, labels };
    new Role(scope, { metadata, rules: LOOK });
    new RoleBinding(scope, {
      metadata,
      subjects: [{ kind: 'ServiceAccount', name: KIALI, namespace: environment.namespaces.monitoring }],
      roleRef: { kind: 'Role', name, apiGroup: 'rbac.authorization.k8s.io' },
    });
  }
}

/** To learn whose token somebody logs in with. */
export const IN_CLUSTER: readonly PolicyRule[] = [
  { apiGroups: ['authentication.k8s.io'], resources: ['tokenreviews'], verbs: ['create'] },
];

const VERBS = ['get', 'list', 'watch'];

/** Without logs and secrets, which are not for everybody who may see the mesh, and without connections into pods. */
const LOOK: readonly PolicyRule[] = [
  {
    apiGroups: [''],
    resources: ['configmaps', 'endpoints', 'namespaces', 'pods', 'replicationcontrollers', 'services'],
    verbs: VERBS,
  },
  {
    apiGroups: ['apps'],
    resources: ['daemonsets', 'deployments', 'replicasets', 'statefulsets'],
    verbs: VERBS,
  },
  { apiGroups: ['batch'], resources: ['cronjobs', 'jobs'], verbs: VERBS },
  ...MESH_RULES,
];
