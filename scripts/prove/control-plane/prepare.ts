import type { ManifestObject } from '../../../src/model/manifest.ts';
import type { ControlPlane } from './start.ts';

const BUILT_IN = /^(v1|(apps|batch|policy|autoscaling|.*\.k8s\.io)\/.*)$/;

/**
 * What a cluster has before a platform comes: the kinds of its add-ons, the namespaces that others own, and a class of
 * volumes where the platform brings none.
 */
export async function prepareCluster(
  { api }: ControlPlane,
  objects: readonly ManifestObject[],
  bring: (groups: ReadonlySet<string>) => Promise<number>,
): Promise<void> {
  const groups = objects.map(({ apiVersion }) => apiVersion).filter((version) => !BUILT_IN.test(version));
  const withControllers = ['argoproj.io', 'external-secrets.io', 'generators.external-secrets.io'];
  await bring(new Set([...groups.map((version) => version.split('/')[0] ?? ''), ...withControllers]));
  const made = new Set(
    objects.filter(({ kind }) => kind === 'Namespace').map(({ metadata }) => metadata.name),
  );
  const used = new Set(objects.flatMap(({ metadata }) => metadata.namespace ?? []));
  for (const name of used) {
    if (!made.has(name)) await api.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
  }
  if (!objects.some(({ kind }) => kind === 'StorageClass')) await api.apply(DEFAULT_CLASS);
}

const DEFAULT_CLASS = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { name: 'gp3', annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } },
  provisioner: 'ebs.csi.aws.com',
  volumeBindingMode: 'WaitForFirstConsumer',
};
