import type { Api } from './api.ts';
import type { Stored } from './client.ts';
import type { Claim } from './shapes.ts';

const DRIVER = 'ebs.csi.aws.com';
const SELECTED = 'volume.kubernetes.io/selected-node';

/** Stands in for the driver of volumes: what waits for a volume gets one, in the zone of the node it was given. */
export async function bindClaims(api: Api): Promise<void> {
  const claims = await api.list<Claim>('/api/v1/persistentvolumeclaims');
  const waiting = claims.filter(
    ({ status, metadata }) => status.phase !== 'Bound' && metadata.annotations?.[SELECTED] !== undefined,
  );
  if (waiting.length === 0) return;
  const nodes = await api.list('/api/v1/nodes');
  const classes = await api.list('/apis/storage.k8s.io/v1/storageclasses');
  const zones = new Map(
    nodes.map(({ metadata: { name, labels } }) => [name, labels?.['topology.kubernetes.io/zone']]),
  );
  for (const claim of waiting) {
    if (!isDriven(claim, classes)) continue;
    const zone = zones.get(claim.metadata.annotations?.[SELECTED] ?? '');
    await api.call('POST', '/api/v1/persistentvolumes', volumeOf(claim, zone));
  }
}

function isDriven({ spec }: Claim, classes: readonly Stored[]): boolean {
  const provisioner = classes.find(({ metadata }) => metadata.name === spec.storageClassName)?.[
    'provisioner'
  ];
  return provisioner === DRIVER;
}

function volumeOf({ metadata: { uid, name, namespace }, spec }: Claim, zone: string | undefined) {
  const inZone = { key: 'topology.kubernetes.io/zone', operator: 'In', values: [zone] };
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: `pvc-${uid}`, annotations: { 'pv.kubernetes.io/provisioned-by': DRIVER } },
    spec: {
      capacity: spec.resources.requests,
      accessModes: spec.accessModes,
      storageClassName: spec.storageClassName,
      persistentVolumeReclaimPolicy: 'Delete',
      csi: { driver: DRIVER, volumeHandle: `vol-${uid}` },
      claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace, name, uid },
      nodeAffinity: { required: { nodeSelectorTerms: [{ matchExpressions: [inZone] }] } },
    },
  };
}
