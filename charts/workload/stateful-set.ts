import type { Construct } from 'constructs';
import { StatefulSet } from '../../imports/kubernetes.ts';
import type { Environment } from '../../src/model/environment.ts';
import type { Service, Volume } from '../../src/model/service.ts';
import { serviceLabels, workingPodsOf } from '../labels.ts';
import { workContainer } from './container.ts';
import { podTemplate } from './pod.ts';
import { reloadOnSecretChange } from './reload.ts';
import { MIN_READY_SECONDS, REVISION_HISTORY_LIMIT } from './running-pods.ts';
import { spread } from './spread.ts';
import { DATA_VOLUME } from './volumes.ts';

/** The StatefulSet of a service whose pods each keep a volume. Of a fixed size: volumes do not come and go with load. */
export function addStatefulSet(scope: Construct, service: Service, environment: Environment): void {
  const matchLabels = workingPodsOf(service);
  new StatefulSet(scope, {
    metadata: {
      name: service.name,
      namespace: environment.namespaces.services,
      labels: serviceLabels(service),
      ...reloadOnSecretChange(service),
    },
    spec: {
      serviceName: service.name,
      replicas: service.scaling.min,
      revisionHistoryLimit: REVISION_HISTORY_LIMIT,
      minReadySeconds: MIN_READY_SECONDS,
      // Updates still go pod by pod. In order, a release that never gets ready could not even be taken back:
      // https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#forced-rollback
      podManagementPolicy: 'Parallel',
      updateStrategy: { type: 'RollingUpdate' },
      persistentVolumeClaimRetentionPolicy: KEEP_CLAIMS,
      selector: { matchLabels },
      template: podTemplate(environment, service, {
        image: service.image,
        container: workContainer(environment, service, service.image),
        topologySpreadConstraints: spread(environment, matchLabels, service.scaling.min),
      }),
      volumeClaimTemplates: service.volume && [claimTemplate(service.volume)],
    },
  });
}

const KEEP_CLAIMS = { whenDeleted: 'Retain', whenScaled: 'Retain' } as const;

/** Without labels, as it can never be changed; claims get those of the selector. */
function claimTemplate({ size, storageClass }: Volume) {
  return {
    metadata: { name: DATA_VOLUME },
    spec: {
      accessModes: ['ReadWriteOnce'],
      storageClassName: storageClass,
      resources: { requests: { storage: size } },
    },
  };
}
