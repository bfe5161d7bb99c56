import type { IContainer, IPodSpec, IPodTemplateSpec } from 'kubernetes-models/v1';
import type { ManifestObject } from '../../model/manifest.ts';

/** Labels of an object: keys and values. */
export type Labels = Readonly<Record<string, string>>;

/** A container of a pod and the path to it. */
export interface PodContainer {
  readonly container: IContainer;
  /** `spec.template.spec.containers[web]`. */
  readonly field: string;
  /** Init containers that always restart are sidecars: they run as long as the others. */
  readonly role: 'main' | 'init' | 'sidecar';
}

/** An object that makes pods, or a pod, and the pods it makes. */
export interface Workload {
  readonly object: ManifestObject;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly podLabels: Labels;
  readonly podAnnotations: Labels;
  readonly pod: IPodSpec;
  /** Path of the pod's spec within the object: `spec.template.spec`. */
  readonly podField: string;
  readonly containers: readonly PodContainer[];
  /** Its pods are kept running: all kinds but Job and CronJob. */
  readonly isKeptRunning: boolean;
}

/** Path of the pod template's parent by kind. A Rollout of Argo has the shape of a Deployment. */
const TEMPLATE_OWNERS: Readonly<Record<string, readonly string[]>> = {
  Deployment: ['spec'],
  StatefulSet: ['spec'],
  DaemonSet: ['spec'],
  ReplicaSet: ['spec'],
  Rollout: ['spec'],
  Job: ['spec'],
  CronJob: ['spec', 'jobTemplate', 'spec'],
};

/** The pods an object makes; undefined when it makes none. */
export function workloadOf(object: ManifestObject): Workload | undefined {
  if (object.kind === 'Pod') return fromPod(object);
  const owner = Object.hasOwn(TEMPLATE_OWNERS, object.kind) ? TEMPLATE_OWNERS[object.kind] : undefined;
  if (!owner) return undefined;
  const template = owner.reduce<unknown>((value, key) => (value as Record<string, unknown>)?.[key], object);
  const { metadata, spec } = ((template as Record<string, unknown>)?.['template'] ??
    {}) as Partial<IPodTemplateSpec>;
  if (!spec) return undefined;
  return toWorkload(object, metadata ?? {}, spec, [...owner, 'template', 'spec'].join('.'));
}

function fromPod(object: ManifestObject): Workload | undefined {
  const spec = object['spec'] as IPodSpec | undefined;
  return spec && toWorkload(object, object.metadata, spec, 'spec');
}

interface PodMetadata {
  readonly labels?: Labels;
  readonly annotations?: Labels;
}

function toWorkload(
  object: ManifestObject,
  metadata: PodMetadata,
  pod: IPodSpec,
  podField: string,
): Workload {
  return {
    object,
    kind: object.kind,
    name: object.metadata.name,
    namespace: object.metadata.namespace ?? '',
    podLabels: metadata.labels ?? {},
    podAnnotations: metadata.annotations ?? {},
    pod,
    podField,
    containers: containersOf(pod, podField),
    isKeptRunning: object.kind !== 'Job' && object.kind !== 'CronJob',
  };
}

function containersOf(pod: IPodSpec, podField: string): readonly PodContainer[] {
  return [
    ...(pod.initContainers ?? []).map((container) => ({
      container,
      field: `${podField}.initContainers[${container.name}]`,
      role: container.restartPolicy === 'Always' ? ('sidecar' as const) : ('init' as const),
    })),
    ...(pod.containers ?? []).map((container) => ({
      container,
      field: `${podField}.containers[${container.name}]`,
      role: 'main' as const,
    })),
  ];
}
