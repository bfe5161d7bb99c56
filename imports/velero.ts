import { kind } from './api-object.ts';

/** Velero's kinds, as far as they are rendered (velero.io/docs, API types of 1.18). */
export class Schedule extends kind<ScheduleFields>('velero.io/v1', 'Schedule') {}

interface ScheduleFields {
  readonly spec: {
    /** Five fields, in the time zone of Velero's pod, which is UTC. */
    readonly schedule: string;
    /** True would delete the backups with the Schedule. */
    readonly useOwnerReferencesInBackup: boolean;
    readonly template: BackupSpec;
  };
}

interface BackupSpec {
  readonly includedNamespaces: readonly string[];
  readonly excludedResources: readonly string[];
  /** As Go prints it. */
  readonly ttl: string;
  readonly snapshotVolumes: boolean;
  readonly snapshotMoveData: boolean;
  readonly storageLocation?: string | undefined;
}

/** What a Restore asks for. Drills create them; none is rendered. */
export interface RestoreSpec {
  readonly includedNamespaces: readonly string[];
  readonly includedResources: readonly string[];
  readonly namespaceMapping: Readonly<Record<string, string>>;
  readonly restorePVs: boolean;
  readonly includeClusterResources?: boolean;
  readonly existingResourcePolicy: 'none';
  readonly resourceModifier: { readonly kind: 'configmap'; readonly name: string };
}
