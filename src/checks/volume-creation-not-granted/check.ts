import type { Check } from '../check.ts';
import { grantedRights } from '../inventory/granted-rights.ts';

const RIGHTS = [{ group: '', resources: ['persistentvolumes'], verbs: ['create'] }];

export const volumeCreationNotGranted: Check = {
  name: 'volume-creation-not-granted',
  topic: 'access',
  severity: 'warning',
  summary: 'No role may create PersistentVolumes.',
  why: 'A PersistentVolume of type `hostPath` is a way to the files of a node that pod security does not see.',
  fix: 'Grant `persistentvolumeclaims`; the storage class creates the volumes.',
  sources: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/#persistent-volume-creation'],
  examine: (inventory, tell) => {
    for (const { object, field, found } of grantedRights(inventory, RIGHTS)) {
      tell(object, field, `expected no right to create PersistentVolumes, found ${found}`);
    }
  },
};
