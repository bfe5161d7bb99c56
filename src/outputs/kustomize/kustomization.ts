import { writeYaml } from '../../yaml/write.ts';
import type { ImageEntry } from './images.ts';
import type { LabelField } from './labels.ts';
import type { PatchTarget } from './patch.ts';
import type { ReplicaEntry } from './replicas.ts';

/** The first line of every file. */
export const HEADER = '# Rendered by charthouse synth from environments/. Do not edit.\n';

/** What a kustomization says, in the order in which it is written. Empty lists are left out. */
export interface Kustomization {
  readonly resources: readonly string[];
  readonly components?: readonly string[];
  readonly labels?: readonly LabelEntry[];
  readonly replicas?: readonly ReplicaEntry[];
  readonly images?: readonly ImageEntry[];
  readonly patches?: readonly PatchEntry[];
}

/** Labels for the metadata of every object and for further fields. */
export interface LabelEntry {
  readonly pairs: Readonly<Record<string, string>>;
  readonly fields: readonly LabelField[] | undefined;
}

/** A patch file and, for a JSON patch, the object it is for. */
export interface PatchEntry {
  readonly path: string;
  readonly target: PatchTarget | undefined;
}

/** The text of a component's `kustomization.yaml`: resources that an overlay includes or leaves out as a whole. */
export function writeComponent(resources: readonly string[]): string {
  return HEADER + writeYaml({ apiVersion: 'kustomize.config.k8s.io/v1alpha1', kind: 'Component', resources });
}

/** The text of a `kustomization.yaml`. */
export function writeKustomization(kustomization: Kustomization): string {
  const fields = Object.entries(kustomization).filter(([, list]) => list !== undefined && list.length > 0);
  return (
    HEADER +
    writeYaml({
      apiVersion: 'kustomize.config.k8s.io/v1beta1',
      kind: 'Kustomization',
      ...Object.fromEntries(fields),
    })
  );
}
