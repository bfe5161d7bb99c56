import type { Environment } from '../../model/environment.ts';
import type { InputPlace } from '../../model/finding.ts';
import type { Problem } from '../problem.ts';
import type { ReadObject } from './own-files.ts';
import { telling } from './tell.ts';

/** Tells of objects that would go where the platform has no business, and of those that are written twice. */
export function reportScopes(
  objects: readonly ReadObject[],
  environment: Environment,
  problems: Problem[],
): void {
  const namespaces = new Set(environment.ownedNamespaces.map(({ name }) => name));
  for (const { object } of objects) if (isNamespace(object)) namespaces.add(object.metadata.name);
  const written = new Map<string, InputPlace>();
  for (const one of objects) {
    reportNamespace(one, namespaces, problems);
    reportTwice(one, written, problems);
  }
}

function isNamespace({ apiVersion, kind }: ReadObject['object']): boolean {
  return apiVersion === 'v1' && kind === 'Namespace';
}

function reportNamespace(
  { object, document }: ReadObject,
  namespaces: ReadonlySet<string>,
  problems: Problem[],
): void {
  const tell = telling(document, problems);
  const path = ['metadata', 'namespace'];
  const { apiVersion, kind } = object;
  const { namespace } = object.metadata;
  if (namespace === undefined) return;
  if (CLUSTER_KINDS[groupOf(apiVersion)]?.includes(kind)) {
    tell(path, `a ${kind} is in no namespace, found \`${namespace}\``, { fix: 'remove it', at: 'key' });
  } else if (!namespaces.has(namespace)) {
    const names = [...namespaces].join(', ');
    const message = `\`${namespace}\` is no namespace of the platform, which may bring nothing into those of others`;
    tell(path, message, { fix: `write one of ${names}, or bring a Namespace beside this object` });
  }
}

function reportTwice(
  { object, place, document }: ReadObject,
  written: Map<string, InputPlace>,
  problems: Problem[],
): void {
  const { kind, apiVersion, metadata } = object;
  const identity = `${groupOf(apiVersion)} ${kind} ${metadata.namespace ?? ''}/${metadata.name}`;
  const first = written.get(identity);
  if (first === undefined) written.set(identity, place);
  else {
    const message = `${kind} ${metadata.name} stands in ${first.file}:${first.line}:${first.column} already`;
    telling(document, problems)(['metadata', 'name'], message, { fix: 'rename or remove one of the two' });
  }
}

function groupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
}

/** Kinds of Kubernetes itself that are in no namespace, by group (kubectl api-resources --namespaced=false, 1.34). */
const CLUSTER_KINDS: Readonly<Record<string, readonly string[]>> = {
  '': ['Namespace', 'Node', 'PersistentVolume'],
  'admissionregistration.k8s.io': [
    ...['MutatingWebhookConfiguration', 'ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding'],
    'ValidatingWebhookConfiguration',
  ],
  'apiextensions.k8s.io': ['CustomResourceDefinition'],
  'apiregistration.k8s.io': ['APIService'],
  'flowcontrol.apiserver.k8s.io': ['FlowSchema', 'PriorityLevelConfiguration'],
  'networking.k8s.io': ['IngressClass'],
  'node.k8s.io': ['RuntimeClass'],
  'rbac.authorization.k8s.io': ['ClusterRole', 'ClusterRoleBinding'],
  'scheduling.k8s.io': ['PriorityClass'],
  'storage.k8s.io': ['CSIDriver', 'CSINode', 'StorageClass', 'VolumeAttachment'],
};
