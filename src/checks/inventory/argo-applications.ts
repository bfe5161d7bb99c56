import type { ManifestObject } from '../../model/manifest.ts';
import type { Inventory } from './inventory.ts';
import { oncePerInventory } from './once.ts';
import { specOf } from './spec.ts';

/** Where an Application gets its manifests. */
export interface ArgoSource {
  readonly repoURL?: string;
  readonly path?: string;
  readonly chart?: string;
  readonly targetRevision?: string;
  /** A source that only lends its files to others. */
  readonly ref?: string;
}

/** The parts of an Application's spec that checks ask for. */
export interface ArgoSpec {
  readonly project?: string;
  readonly source?: ArgoSource;
  readonly sources?: readonly ArgoSource[];
  readonly destination?: { readonly name?: string; readonly server?: string; readonly namespace?: string };
  readonly ignoreDifferences?: readonly { readonly group?: string; readonly kind?: string }[];
  readonly syncPolicy?: { readonly automated?: { readonly allowEmpty?: boolean } };
}

/** An Application, or what an ApplicationSet makes them of. */
export interface ArgoApplication {
  readonly object: ManifestObject;
  /** Path of its spec: `spec`, or `spec.template.spec`. */
  readonly field: string;
  readonly spec: ArgoSpec;
}

/** A source and the path to it. */
export interface PlacedSource {
  readonly field: string;
  readonly source: ArgoSource;
}

/** Every Application and every template of one. */
export const argoApplications: (inventory: Inventory) => readonly ArgoApplication[] = oncePerInventory(
  ({ ofKind }) => [
    ...ofKind('Application', 'argoproj.io').map((object) => ({
      object,
      field: 'spec',
      spec: specOf(object),
    })),
    ...ofKind('ApplicationSet', 'argoproj.io').map((object) => ({
      object,
      field: 'spec.template.spec',
      spec: specOf<{ template: { spec?: ArgoSpec } }>(object).template?.spec ?? {},
    })),
  ],
);

/** The sources of an Application: the one, or the several. */
export function sourcesOf({ field, spec }: ArgoApplication): readonly PlacedSource[] {
  return [
    ...(spec.source ? [{ field: `${field}.source`, source: spec.source }] : []),
    ...(spec.sources ?? []).map((source, index) => ({ field: `${field}.sources[${index}]`, source })),
  ];
}

/** Whether a value is filled in by an ApplicationSet, so that nothing is known of it here. */
export function isTemplated(value: string | undefined): boolean {
  return value?.includes('{{') ?? false;
}
