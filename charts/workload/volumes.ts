import type { PodVolume, VolumeMount } from '../../imports/kubernetes.ts';
import { resourcesOf } from '../../src/model/dependency.ts';
import type { Service } from '../../src/model/service.ts';
import { authorityMounts, authorityVolumes } from '../authorities.ts';
import { fileMounts, fileVolumes } from './files.ts';

/** Name of the claim each pod of a stateful service keeps. Part of the claims' names, so it never changes. */
export const DATA_VOLUME = 'data';

/**
 * The volumes of a service's pods: empty ones to write to, as the root file system is read-only, its files and secret
 * files, and certificates of authorities.
 */
export function podVolumes(service: Service): readonly PodVolume[] {
  const { name, writablePaths, secretFiles, dependencies } = service;
  const files = fileVolumes(service);
  const authorities = authorityVolumes(resourcesOf(dependencies));
  const given = [writablePaths, secretFiles, files, authorities];
  if (given.every((volumes) => volumes.length === 0)) return ONLY_TMP;
  const items = secretFiles.map(({ key, file }) => ({ key, path: file }));
  return [
    ...ONLY_TMP,
    ...writablePaths.map((_, index) => emptyVolume(writableVolume(index))),
    ...files,
    ...authorities,
    ...(items.length === 0
      ? []
      : [{ name: SECRETS, secret: { secretName: name, defaultMode: GROUP_READABLE, items } }]),
  ];
}

/** Where the container finds them. `dataPath` is where it finds the claim, for pods that have one. */
export function volumeMounts(service: Service, dataPath: string | undefined): readonly VolumeMount[] {
  const { writablePaths, secretFiles, dependencies } = service;
  const mounts = [
    ...(dataPath === undefined ? [] : [{ name: DATA_VOLUME, mountPath: dataPath }]),
    ...TMP_MOUNTS,
    ...writablePaths.map((mountPath, index) => ({ name: writableVolume(index), mountPath })),
    ...fileMounts(service),
    ...authorityMounts(resourcesOf(dependencies)),
    ...(secretFiles.length === 0 ? [] : [SECRETS_MOUNT]),
  ];
  return mounts.length === 1 ? TMP_MOUNTS : mounts;
}

const TMP = 'tmp';
const SECRETS = 'secrets';
const TMP_MOUNTS: readonly VolumeMount[] = [{ name: TMP, mountPath: '/tmp' }];
const SECRETS_MOUNT: VolumeMount = { name: SECRETS, mountPath: '/etc/secrets', readOnly: true };

// 0440: the files belong to root and to the group of the pod.
const GROUP_READABLE = 0o440;

/** The limit keeps one pod from filling the disk of its node: a pod that exceeds it is evicted, not its neighbours. */
function emptyVolume(name: string): PodVolume {
  return { name, emptyDir: { sizeLimit: '1Gi' } };
}

const ONLY_TMP: readonly PodVolume[] = [emptyVolume(TMP)];

function writableVolume(index: number): string {
  return `writable-${index}`;
}
