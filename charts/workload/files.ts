import type { Construct } from 'constructs';
import { ConfigMap, type PodVolume, type VolumeMount } from '../../imports/kubernetes.ts';
import type { Environment } from '../../src/model/environment.ts';
import type { ServiceFile } from '../../src/model/pod.ts';
import type { Service } from '../../src/model/service.ts';
import { serviceLabels } from '../labels.ts';
import { configChecksum } from './config-checksum.ts';

/** Name of the ConfigMap with the files of a service. No service has it: their names have no dots. */
function filesName({ name }: Service): string {
  return `${name}.files`;
}

/** Whether the files are with the pods themselves, as two versions run side by side and each keeps its own. */
function isOfPods({ release }: Service): boolean {
  return release !== undefined;
}

/** The files of a service. Their pods carry a checksum of them, as of the rest of their configuration. */
export function addFiles(scope: Construct, service: Service, environment: Environment): void {
  if (service.files.length === 0 || isOfPods(service)) return;
  new ConfigMap(scope, {
    metadata: {
      name: filesName(service),
      namespace: environment.namespaces.services,
      labels: serviceLabels(service),
    },
    data: contents(service.files, ({ key }) => key),
  });
}

/** What restarts the pods for a changed file: a checksum, or the files themselves. */
export function fileAnnotations(service: Service): Readonly<Record<string, string>> | undefined {
  const { files } = service;
  if (files.length === 0) return undefined;
  if (isOfPods(service)) return contents(files, annotationOf);
  return { 'checksum/files': configChecksum(contents(files, ({ key }) => key)) };
}

/** The volume with the files; none where there are no files. */
export function fileVolumes(service: Service): readonly PodVolume[] {
  const { files } = service;
  if (files.length === 0) return [];
  if (!isOfPods(service)) {
    const items = files.map(({ key, isExecutable }) => ({ key, path: key, mode: modeOf(isExecutable) }));
    return [{ name: FILES, configMap: { name: filesName(service), items } }];
  }
  const items = files.map((file) => ({
    path: file.key,
    mode: modeOf(file.isExecutable),
    fieldRef: { fieldPath: `metadata.annotations['${annotationOf(file)}']` },
  }));
  return [{ name: FILES, downwardAPI: { items } }];
}

/** Where the container finds each file, beside what the image has in its folder. */
export function fileMounts({ files }: Service): readonly VolumeMount[] {
  return files.map(({ path, key }) => ({ name: FILES, mountPath: path, subPath: key, readOnly: true }));
}

const FILES = 'files';

// Everybody may read a file, as pods run as users of their images; 0444 and 0555.
function modeOf(isExecutable: boolean): number {
  return isExecutable ? 0o555 : 0o444;
}

function annotationOf({ key }: ServiceFile): string {
  return `files.charthouse.dev/${key}`;
}

function contents(
  files: readonly ServiceFile[],
  nameOf: (file: ServiceFile) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(files.map((file) => [nameOf(file), file.content]));
}
