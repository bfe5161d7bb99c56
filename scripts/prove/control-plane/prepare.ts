import type { ManifestObject } from '../../../src/model/manifest.ts';
import type { ControlPlane } from './start.ts';

const BUILT_IN = /^(v1|(apps|batch|policy|autoscaling|.*\.k8s\.io)\/.*)$/;

/**
 * What a cluster has before a platform comes: the kinds of its add-ons, the namespaces that others own, a class of volumes
 * where the platform brings none, and what else is others' to keep.
 */
export async function prepareCluster(
  { api }: ControlPlane,
  objects: readonly ManifestObject[],
  kept: readonly ManifestObject[],
  bring: (groups: ReadonlySet<string>) => Promise<number>,
): Promise<void> {
  const groups = objects.map(({ apiVersion }) => apiVersion).filter((version) => !BUILT_IN.test(version));
  const withControllers = ['argoproj.io', 'external-secrets.io', 'generators.external-secrets.io'];
  await bring(new Set([...groups.map((version) => version.split('/')[0] ?? ''), ...withControllers]));
  const own = new Map(
    objects.filter(({ kind }) => kind === 'Namespace').map((object) => [object.metadata.name, object]),
  );
  for (const name of new Set([...objects, ...kept].flatMap(({ metadata }) => metadata.namespace ?? []))) {
    const isKept = kept.some(({ metadata }) => metadata.namespace === name);
    const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
    if (isKept || !own.has(name)) await api.apply(own.get(name) ?? namespace);
  }
  for (const object of kept) await api.apply(object);
  if (!objects.some(({ kind }) => kind === 'StorageClass')) await api.apply(DEFAULT_CLASS);
}

const DEFAULT_CLASS = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { name: 'gp3', annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } },
  provisioner: 'ebs.csi.aws.com',
  volumeBindingMode: 'WaitForFirstConsumer',
};
