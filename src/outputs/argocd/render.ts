import type { FiledObject, FileTree, ManifestObject } from '../../model/manifest.ts';
import { writeYamlDocuments } from '../../yaml/write.ts';
import { addOnObjects } from './add-on-objects.ts';
import { environmentApplications } from './application.ts';
import type { DeliveredEnvironment } from './delivered-environment.ts';
import { HEALTH_SETTINGS } from './health.ts';
import { notificationSettings } from './notifications.ts';
import { previewObjects } from './previews/objects.ts';
import { platformProject } from './project.ts';
import { APPS, rootObjects } from './root.ts';

/** What Argo CD needs to deliver a platform, and how many objects that is. */
export interface ArgocdOutput {
  readonly files: FileTree;
  /** The objects in `files`, for who judges them. */
  readonly manifests: readonly FiledObject[];
}

/** An object as it is written. */
interface Written {
  readonly apiVersion: string;
  readonly kind: string;
}

/**
 * What Argo CD needs to deliver the environments of a platform, of which there is at least one: `bootstrap.yaml` and two
 * parts of its settings, applied once by hand, and the folder that the root Application then keeps in sync by itself.
 */
export function renderArgocd(platform: string, environments: readonly DeliveredEnvironment[]): ArgocdOutput {
  const addOns = addOnObjects(platform, environments);
  const previews = environments.flatMap(previewObjects);
  const apps = new Map<string, readonly Written[]>([
    ['_project', [platformProject(platform, environments)]],
    ...(addOns.length > 0 ? [['_add-ons', addOns] as const] : []),
    ...(previews.length > 0 ? [['_previews', previews] as const] : []),
    ...environments.map((one) => [one.outline.name, environmentApplications(one)] as const),
  ]);
  const types = [...apps.values()].flat().map(({ apiVersion, kind }) => `${apiVersion} ${kind}`);
  const namespace = environments[0]?.delivery.argocd.namespace ?? '';
  const byHand = new Map<string, readonly Written[]>([
    ['argocd-cm', [settings('argocd-cm', namespace, HEALTH_SETTINGS)]],
    ['argocd-notifications-cm', [settings('argocd-notifications-cm', namespace, notificationSettings())]],
    ['bootstrap', rootObjects(platform, environments, types)],
  ]);
  const files = new Map([
    ...[...byHand].map(([file, objects]) => [`${file}.yaml`, written(BY_HAND, objects)] as const),
    ...[...apps].map(([file, objects]) => [`${APPS}/${file}.yaml`, written('', objects)] as const),
  ]);
  const inApps = [...apps].map(([file, objects]) => [`${APPS}/${file}`, objects] as const);
  const manifests = [...byHand, ...inApps].flatMap(([file, objects]) =>
    objects.map((object) => ({ file, object: object as ManifestObject })),
  );
  return { files, manifests };
}

const HEADER = '# Rendered by charthouse synth from environments/. Do not edit.\n';

/** Server-side, as each ConfigMap is only a part of the one that is there, and the rest of it must stay. */
const BY_HAND =
  '# Apply it once, and after each change: kubectl apply --server-side --field-manager charthouse -f FILE\n';

function settings(name: string, namespace: string, data: Readonly<Record<string, string>>) {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace }, data };
}

function written(note: string, objects: readonly Written[]): string {
  return `${HEADER}${note}${writeYamlDocuments(objects)}`;
}
