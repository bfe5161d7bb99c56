import type { Construct } from 'constructs';
import { StorageClass } from '../../imports/kubernetes.ts';

/**
 * Volumes of EBS, encrypted, made in the zone of the pod that first asks for one: made at once they might be where it
 * cannot run. They can grow. The driver is the add-on aws-ebs-csi-driver of EKS.
 * https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/parameters.md
 */
export function storageClass(scope: Construct, name: string): void {
  new StorageClass(scope, {
    metadata: { name },
    provisioner: 'ebs.csi.aws.com',
    parameters: { type: 'gp3', encrypted: 'true' },
    reclaimPolicy: 'Delete',
    allowVolumeExpansion: true,
    volumeBindingMode: 'WaitForFirstConsumer',
  });
}
