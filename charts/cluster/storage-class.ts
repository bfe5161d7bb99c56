import type { Construct } from 'constructs';
import type { Volumes } from '../../choices/clouds/cloud.ts';
import { StorageClass } from '../../imports/kubernetes.ts';

/**
 * Volumes of the cloud, encrypted, made in the zone of the pod that first asks for one: made at once they might be where it
 * cannot run. They can grow. The driver is the add-on of the cloud: on EKS aws-ebs-csi-driver, on GKE and AKS it is there.
 */
export function storageClass(scope: Construct, name: string, { provisioner, parameters }: Volumes): void {
  new StorageClass(scope, {
    metadata: { name },
    provisioner,
    parameters,
    reclaimPolicy: 'Delete',
    allowVolumeExpansion: true,
    volumeBindingMode: 'WaitForFirstConsumer',
  });
}
