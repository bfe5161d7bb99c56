import type { Quota } from './environment.ts';

/** Proof that a backup can be restored, again and again. */
export interface Drill {
  /** Where it restores to: empty between drills. */
  readonly namespace: string;
  readonly quota: Quota;
  /** Five fields, UTC. */
  readonly schedule: string;
  /** Days from one drill to the next, at most. */
  readonly intervalDays: number;
  /** How old the newest backup may be. */
  readonly maxAgeSeconds: number;
  /** Image with sh, kubectl and jq. */
  readonly toolbox: string;
}

/** Backups of the platform's namespaces and their volumes, by Velero. */
export interface Backups {
  /** Namespace of Velero. */
  readonly namespace: string;
  /** Five fields, UTC. */
  readonly schedule: string;
  readonly retentionDays: number;
  /** BackupStorageLocation; Velero's default if undefined. */
  readonly storageLocation: string | undefined;
  /** Data of volumes is copied to the storage location; otherwise it stays in snapshots of the account. */
  readonly isMovingData: boolean;
  readonly drill: Drill;
}

/** Namespace of the drills of a platform. */
export function drillNamespace(platform: string): string {
  return `${platform}-drill`;
}
