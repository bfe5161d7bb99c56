import type { ManifestObject } from '../../src/model/manifest.ts';
import type { Need } from './needs.ts';
import { at, listAt, type Rendering, selects, textAt, textsUnder } from './rendering.ts';

const NAME = 'app.kubernetes.io/name';
const COMPONENT = 'app.kubernetes.io/component';

/** Where kinds that run pods keep the template. */
const TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  Deployment: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  Rollout: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  Job: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
};

/** Where policies say which pods they are for. */
const POLICIES: Readonly<Record<string, readonly string[]>> = {
  NetworkPolicy: ['spec', 'podSelector', 'matchLabels'],
  AuthorizationPolicy: ['spec', 'selector', 'matchLabels'],
  PeerAuthentication: ['spec', 'selector', 'matchLabels'],
  RequestAuthentication: ['spec', 'selector', 'matchLabels'],
  Telemetry: ['spec', 'selector', 'matchLabels'],
  Sidecar: ['spec', 'workloadSelector', 'labels'],
  EnvoyFilter: ['spec', 'workloadSelector', 'labels'],
};

/** The pod template of an object that runs pods; undefined for others. */
export function templateOf(object: ManifestObject): unknown {
  const path = TEMPLATES[object.kind];
  return path && at(object, ...path);
}

/** What the pods of an object need to start, and to be what they should be from their first moment. */
export function podNeeds(object: ManifestObject, rendering: Rendering): readonly Need[] {
  const template = templateOf(object);
  if (template === undefined) return [];
  const { namespace } = object.metadata;
  const ready = (kind: string, name: string, place: string | undefined = namespace): Need => {
    return { what: `${kind} ${name}`, object: rendering.find(kind, place, name), isReady: true };
  };
  const account = textAt(template, 'spec', 'serviceAccountName');
  const priority = textAt(template, 'spec', 'priorityClassName');
  const { configMaps, secrets } = namesIn(at(template, 'spec'));
  return [
    ...(account === undefined ? [] : [ready('ServiceAccount', account)]),
    ...(priority === undefined
      ? []
      : [
          {
            ...ready('PriorityClass', priority),
            object: rendering.find('PriorityClass', undefined, priority),
          },
        ]),
    ...configMaps.map((name) => ready('ConfigMap', name)),
    ...secrets.map((name) => secretNeed(name, namespace, rendering)),
    ...['LimitRange', 'ResourceQuota'].flatMap((kind) => present(rendering.inside(kind, namespace))),
    ...present(policiesFor(template, namespace, rendering)),
    ...present(servicesFor(template, namespace, rendering)),
    ...migrationNeeds(template, namespace, rendering),
    ...(object.kind === 'Job' ? workNeeds(template, namespace, rendering) : []),
  ];
}

/** An ExternalSecret stands for the Secret it makes. */
export function secretNeed(name: string, namespace: string | undefined, { inside }: Rendering): Need {
  const maker = inside('ExternalSecret', namespace).find((one) => {
    return (textAt(one, 'spec', 'target', 'name') ?? one.metadata.name) === name;
  });
  return { what: `Secret ${name}`, object: maker, isReady: true };
}

function present(objects: readonly ManifestObject[]): readonly Need[] {
  return objects.map((object) => ({ what: `${object.kind} ${object.metadata.name}`, object, isReady: true }));
}

/** ConfigMaps and Secrets that a pod names, in its volumes and in the environment of its containers. */
function namesIn(pod: unknown) {
  const volumes = listAt(pod, 'volumes');
  const containers = [...listAt(pod, 'containers'), ...listAt(pod, 'initContainers')];
  const from = containers.flatMap((container) => listAt(container, 'envFrom'));
  const values = containers
    .flatMap((container) => listAt(container, 'env'))
    .map((one) => at(one, 'valueFrom'));
  const named = (sources: readonly unknown[], ...path: readonly string[]) =>
    sources.flatMap((source) => textAt(source, ...path) ?? []);
  return {
    configMaps: [
      ...named(volumes, 'configMap', 'name'),
      ...named(from, 'configMapRef', 'name'),
      ...named(values, 'configMapKeyRef', 'name'),
    ],
    secrets: [
      ...textsUnder(volumes, 'secretName'),
      ...named(from, 'secretRef', 'name'),
      ...named(values, 'secretKeyRef', 'name'),
    ],
  };
}

function policiesFor(template: unknown, namespace: string | undefined, { inside }: Rendering) {
  const labels = at(template, 'metadata', 'labels');
  return Object.entries(POLICIES).flatMap(([kind, path]) =>
    inside(kind, namespace).filter((policy) => selects(at(policy, ...path), labels)),
  );
}

function servicesFor(template: unknown, namespace: string | undefined, { inside }: Rendering) {
  const labels = at(template, 'metadata', 'labels');
  return inside('Service', namespace).filter((service) => selects(at(service, 'spec', 'selector'), labels));
}

/** The migration of a service, before what does its work. */
function migrationNeeds(
  template: unknown,
  namespace: string | undefined,
  { inside }: Rendering,
): readonly Need[] {
  const labels = at(template, 'metadata', 'labels');
  if (at(labels, COMPONENT) === 'migration') return [];
  return present(
    inside('Job', namespace).filter((job) => {
      const own = at(templateOf(job), 'metadata', 'labels');
      return at(own, COMPONENT) === 'migration' && at(own, NAME) === at(labels, NAME);
    }),
  );
}

/**
 * What a Job works with, as far as its sidecar knows the way: it has to run for the Job to end. A migration is there
 * for data, so of what its service uses it needs what keeps volumes.
 */
function workNeeds(
  template: unknown,
  namespace: string | undefined,
  { inside, find }: Rendering,
): readonly Need[] {
  const labels = at(template, 'metadata', 'labels');
  const kinds =
    at(labels, COMPONENT) === 'migration' ? ['StatefulSet'] : ['StatefulSet', 'Deployment', 'Rollout'];
  const hosts = inside('Sidecar', namespace)
    .filter((sidecar) => selects(at(sidecar, 'spec', 'workloadSelector', 'labels'), labels))
    .flatMap((sidecar) => listAt(sidecar, 'spec', 'egress'))
    .flatMap((egress) => listAt(egress, 'hosts'))
    .map(
      (host) =>
        String(host)
          .replace(/^[^/]*\//, '')
          .split('.', 1)[0] ?? '',
    );
  return present(kinds.flatMap((kind) => hosts.flatMap((host) => find(kind, namespace, host) ?? [])));
}
