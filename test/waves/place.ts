import type { ManifestObject } from '../../src/model/manifest.ts';

/** Order of kinds within a wave: gitops-engine, pkg/sync/sync_tasks.go. Other kinds come after all of them. */
const KINDS = [
  'Namespace',
  'NetworkPolicy',
  'ResourceQuota',
  'LimitRange',
  'PodDisruptionBudget',
  'Secret',
  'ConfigMap',
  'ServiceAccount',
  'CustomResourceDefinition',
  'ClusterRole',
  'ClusterRoleBinding',
  'Role',
  'RoleBinding',
  'Service',
  'Deployment',
  'StatefulSet',
  'Job',
  'CronJob',
  'Ingress',
];

const PHASES = ['PreSync', 'Sync', 'PostSync'];

/** Phase, wave and place of the kind: Argo CD applies objects in that order, and waits after each wave. */
export type Place = readonly [phase: number, wave: number, kind: number];

/** When Argo CD applies an object. An object that is no hook belongs to the sync itself. */
export function placeOf({ kind, metadata }: ManifestObject): Place {
  const { annotations = {} } = metadata;
  const phase = PHASES.indexOf(annotations['argocd.argoproj.io/hook'] ?? 'Sync');
  const order = KINDS.indexOf(kind);
  const wave = Number(annotations['argocd.argoproj.io/sync-wave'] ?? 0);
  return [phase, wave, order < 0 ? KINDS.length : order];
}

/** Whether the first is applied before the second: `isReady` in an earlier phase or wave, so that it is ready then. */
export function isBefore(first: ManifestObject, second: ManifestObject, isReady: boolean): boolean {
  const [a, b] = [placeOf(first), placeOf(second)];
  const length = isReady ? 2 : 3;
  const differing = a.slice(0, length).findIndex((part, index) => part !== b[index]);
  return differing >= 0 && (a[differing] as number) < (b[differing] as number);
}
