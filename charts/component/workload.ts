import type { Construct } from 'constructs';
import { DaemonSet, Deployment, StatefulSet } from '../../imports/kubernetes.ts';
import type { Environment } from '../../src/model/environment.ts';
import { MIN_READY_SECONDS, REVISION_HISTORY_LIMIT } from '../workload/running-pods.ts';
import { DATA_VOLUME } from '../workload/volumes.ts';
import type { ComponentMetadata } from './add-component.ts';
import type { RunningComponent } from './component.ts';
import { podsOfComponent } from './labels.ts';
import { podOf } from './pod.ts';

/** The Deployment, StatefulSet or DaemonSet of a component. */
export function addWorkload(
  scope: Construct,
  environment: Environment,
  component: RunningComponent,
  own: ComponentMetadata,
): void {
  const { kind, replicas = 1 } = component;
  const metadata = component.secret?.restarts
    ? { ...own, annotations: { ...own.annotations, ...reloadedWith(component) } }
    : own;
  const shared = {
    revisionHistoryLimit: REVISION_HISTORY_LIMIT,
    minReadySeconds: MIN_READY_SECONDS,
    selector: { matchLabels: podsOfComponent(component) },
    template: podOf(environment, component),
  };
  if (kind === 'Deployment') {
    const strategy = { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } as const;
    new Deployment(scope, { metadata, spec: { replicas, strategy, ...shared } });
  } else if (kind === 'StatefulSet') {
    new StatefulSet(scope, {
      metadata,
      spec: {
        serviceName: component.name,
        replicas,
        podManagementPolicy: 'Parallel',
        updateStrategy: { type: 'RollingUpdate' },
        persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
        ...shared,
        volumeClaimTemplates: component.volume && [claimTemplate(component.volume)],
      },
    });
  } else {
    const updateStrategy = { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1 } } as const;
    new DaemonSet(scope, { metadata, spec: { updateStrategy, ...shared } });
  }
}

/** Reloader restarts the pods when the Secret of the component changes. */
function reloadedWith({ name }: RunningComponent): Readonly<Record<string, string>> {
  return { 'secret.reloader.stakater.com/reload': name };
}

/** Without labels, as it can never be changed; claims get those of the selector. */
function claimTemplate({ size, storageClass }: NonNullable<RunningComponent['volume']>) {
  return {
    metadata: { name: DATA_VOLUME },
    spec: {
      accessModes: ['ReadWriteOnce'],
      storageClassName: storageClass,
      resources: { requests: { storage: size } },
    },
  };
}
