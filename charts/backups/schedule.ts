import type { Construct } from 'constructs';
import { Schedule } from '../../imports/velero.ts';
import type { Backups } from '../../src/model/backups.ts';
import type { Environment } from '../../src/model/environment.ts';

/**
 * Backs up the platform's namespaces with their volumes. Secrets are left out: what they hold is in Secrets Manager, and
 * External Secrets brings it back, so that no credential lies in the bucket of the backups.
 */
export function addSchedule(scope: Construct, environment: Environment, backups: Backups): void {
  const { platform, ownedNamespaces } = environment;
  new Schedule(scope, {
    metadata: { name: platform, namespace: backups.namespace },
    spec: {
      schedule: backups.schedule,
      useOwnerReferencesInBackup: false,
      template: {
        includedNamespaces: ownedNamespaces.map(({ name }) => name),
        excludedResources: ['secrets', 'events', 'events.events.k8s.io'],
        ttl: `${backups.retentionDays * 24}h0m0s`,
        snapshotVolumes: true,
        snapshotMoveData: backups.isMovingData,
        storageLocation: backups.storageLocation,
      },
    },
  });
}
