import type { PodVolume, VolumeMount } from '../../imports/kubernetes.ts';
import { authorityMounts, authorityVolumes } from '../authorities.ts';
import { DATA_VOLUME } from '../workload/volumes.ts';
import type { Component } from './component.ts';

// 0440: the files belong to root and to the group of the pod.
const GROUP_READABLE = 0o440;

/** The volumes of a component's pods, all bounded. */
export function componentVolumes(component: Component): readonly PodVolume[] {
  const { name, config = [], collections = [], secret, scratch = {}, hostPaths = [], reads = [] } = component;
  return [
    { name: 'tmp', emptyDir: { sizeLimit: '64Mi' } },
    ...Object.values(scratch).map((size, index) => ({
      name: `scratch-${index}`,
      emptyDir: { sizeLimit: size },
    })),
    ...config.map(({ name: configMap, volume = configMap }) => ({
      name: volume,
      configMap: { name: configMap },
    })),
    ...collections.map(({ name: volume, configMaps }) => ({
      name: volume,
      projected: { sources: configMaps.map((configMap) => ({ configMap: { name: configMap } })) },
    })),
    ...authorityVolumes(reads),
    ...(secret?.mountPath === undefined
      ? []
      : [{ name: secretVolume(component), secret: { secretName: name, defaultMode: GROUP_READABLE } }]),
    ...hostPaths.map(({ name: volume, path }) => ({
      name: volume,
      hostPath: { path, type: 'Directory' },
    })),
  ];
}

/** Where its container finds them. */
export function componentMounts(component: Component): readonly VolumeMount[] {
  const { config = [], collections = [], secret, scratch = {}, hostPaths = [], reads = [] } = component;
  return [
    { name: 'tmp', mountPath: '/tmp' },
    ...dataMount(component),
    ...Object.keys(scratch).map((mountPath, index) => ({ name: `scratch-${index}`, mountPath })),
    ...config.map(({ name, volume = name, mountPath }) => ({ name: volume, mountPath, readOnly: true })),
    ...collections.map(({ name, mountPath }) => ({ name, mountPath, readOnly: true })),
    ...authorityMounts(reads),
    ...(secret?.mountPath === undefined
      ? []
      : [{ name: secretVolume(component), mountPath: secret.mountPath, readOnly: true }]),
    ...hostPaths.map(({ name, mountPath }) => ({
      name,
      mountPath,
      readOnly: true,
      mountPropagation: 'HostToContainer',
    })),
  ];
}

function dataMount(component: Component): readonly VolumeMount[] {
  if (component.kind === 'CronJob' || !component.volume) return [];
  return [{ name: DATA_VOLUME, mountPath: component.volume.mountPath }];
}

function secretVolume({ secret }: Component): string {
  return secret?.volume ?? 'secret';
}
