import { readdirSync, readFileSync } from 'node:fs';
import { grants, type Right, type Rule } from '../src/access/rule.ts';
import type { ManifestObject } from '../src/model/manifest.ts';
import { readDocuments } from '../src/yaml/read-documents.ts';

/** Asks the rendered Roles of an environment as an API server would. */
export interface RenderedRights {
  readonly namespaces: readonly string[];
  /** Whether a group holds a right in a namespace, or in the cluster as a whole. */
  readonly may: (group: string, right: Right, namespace: string | undefined) => boolean;
}

interface Binding {
  readonly subjects: readonly { readonly kind: string; readonly name: string }[];
  readonly roleRef: { readonly kind: string; readonly name: string };
}

/** What is bound in `dist/manifests/<platform>/<environment>`. */
export function renderedRights(folder: string): RenderedRights {
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  const objects = files.flatMap((file) => {
    return readDocuments(readFileSync(`${folder}/${file}`, 'utf8')) as ManifestObject[];
  });
  const bindings = objects.filter(({ kind }) => /^(Cluster)?RoleBinding$/.test(kind));
  const rulesOf = ({ kind, name }: Binding['roleRef'], namespace: string | undefined) =>
    (objects.find(
      (object) =>
        object.kind === kind &&
        object.metadata.name === name &&
        (kind === 'ClusterRole' || object.metadata.namespace === namespace),
    )?.['rules'] ?? []) as readonly Rule[];
  const may = (group: string, right: Right, namespace: string | undefined) =>
    bindings.some((object) => {
      const { subjects, roleRef } = object as unknown as Binding;
      const holds = subjects.some(({ kind, name }) => kind === 'Group' && name === group);
      const reaches = object.kind === 'ClusterRoleBinding' || object.metadata.namespace === namespace;
      return holds && reaches && grants(rulesOf(roleRef, object.metadata.namespace), right);
    });
  const namespaces = objects.filter(({ kind }) => kind === 'Namespace').map(({ metadata }) => metadata.name);
  return { namespaces, may };
}
