import type { ManifestObject } from '../../src/model/manifest.ts';
import { podNeeds, secretNeed, templateOf } from './pod-needs.ts';
import { at, listAt, type Rendering, selects, textAt, textsUnder } from './rendering.ts';

/** Something that must be applied before an object. */
export interface Need {
  /** For messages: `Secret web`. */
  readonly what: string;
  /** Undefined when nothing in the rendering is it, or makes it. */
  readonly object: ManifestObject | undefined;
  /** It must be ready and not only there: an earlier wave, not only an earlier kind. */
  readonly isReady: boolean;
}

/** Everything in the rendering that an object cannot do without, or must not be there before. */
export function needsOf(object: ManifestObject, rendering: Rendering): readonly Need[] {
  const own = BY_KIND[object.kind]?.(object, rendering) ?? [];
  return [...namespaceNeed(object, rendering), ...podNeeds(object, rendering), ...own];
}

/** Namespaces that others make are there before. */
function namespaceNeed({ metadata }: ManifestObject, { find }: Rendering): readonly Need[] {
  if (metadata.namespace === undefined) return [];
  const object = find('Namespace', undefined, metadata.namespace);
  return object ? [{ what: `Namespace ${metadata.namespace}`, object, isReady: true }] : [];
}

type Finder = (object: ManifestObject, rendering: Rendering) => readonly Need[];

const BY_KIND: Readonly<Record<string, Finder>> = {
  RoleBinding: bindingNeeds,
  ClusterRoleBinding: bindingNeeds,
  // One that reads nothing, but has something made up.
  ExternalSecret: (object, rendering) => {
    const store = textAt(object, 'spec', 'secretStoreRef', 'name');
    const generators = listAt(object, 'spec', 'dataFrom').map((from) =>
      at(from, 'sourceRef', 'generatorRef'),
    );
    const needs =
      store === undefined
        ? generators.map((one) =>
            reference(object, rendering, textAt(one, 'kind') ?? '', textAt(one, 'name')),
          )
        : [reference(object, rendering, 'SecretStore', store)];
    return needs.map((need) => ({ ...need, isReady: true }));
  },
  SecretStore: (object, rendering) =>
    textsUnder(at(object, 'spec', 'provider', 'aws', 'auth'), 'name').map((name) => ({
      ...reference(object, rendering, 'ServiceAccount', name),
      isReady: true,
    })),
  VirtualService: routeNeeds,
  Gateway: (object, rendering) =>
    textsUnder(at(object, 'spec'), 'credentialName').map((name) =>
      secretNeed(name, object.metadata.namespace, rendering),
    ),
  // The way in opens when everything behind it is there.
  Ingress: (_, { all }) =>
    all
      .filter((other) => other.kind === 'Gateway' || other.kind === 'VirtualService' || isWorkload(other))
      .map((other) => ({ what: `${other.kind} ${other.metadata.name}`, object: other, isReady: true })),
  Rollout: rolloutNeeds,
  HorizontalPodAutoscaler: targetNeed,
  ScaledObject: targetNeed,
  PodDisruptionBudget: ({ metadata, spec }, { all }) =>
    all
      .filter((other) => isWorkload(other) && other.metadata.namespace === metadata.namespace)
      .filter((other) => {
        const labels = at(templateOf(other), 'metadata', 'labels');
        return selects(at(spec, 'selector', 'matchLabels'), labels);
      })
      .map((other) => ({ what: `${other.kind} ${other.metadata.name}`, object: other, isReady: true })),
};

/** The role that is given, and the accounts that get it, wherever they are. */
function bindingNeeds(object: ManifestObject, rendering: Rendering): readonly Need[] {
  const accounts = listAt(object, 'subjects').filter((subject) => at(subject, 'kind') === 'ServiceAccount');
  const kind = textAt(object, 'roleRef', 'kind') ?? '';
  const role = textAt(object, 'roleRef', 'name') ?? '';
  const place = kind === 'ClusterRole' ? undefined : object.metadata.namespace;
  return [
    { what: `${kind} ${role}`, object: rendering.find(kind, place, role), isReady: false },
    ...accounts.map((subject) => {
      const namespace = textAt(subject, 'namespace');
      const around = { ...object, metadata: { ...object.metadata, ...(namespace && { namespace }) } };
      return reference(around, rendering, 'ServiceAccount', textAt(subject, 'name'));
    }),
  ];
}

/** What runs all the time, and what an Ingress leads to. */
function isWorkload({ kind }: ManifestObject): boolean {
  return ['Deployment', 'StatefulSet', 'Rollout', 'DaemonSet'].includes(kind);
}

function reference(
  { metadata }: ManifestObject,
  { find }: Rendering,
  kind: string,
  name: string | undefined = '',
): Need {
  return { what: `${kind} ${name}`, object: find(kind, metadata.namespace, name), isReady: false };
}

function targetNeed(object: ManifestObject, { find }: Rendering): readonly Need[] {
  const kind = textAt(object, 'spec', 'scaleTargetRef', 'kind') ?? 'Deployment';
  const name = textAt(object, 'spec', 'scaleTargetRef', 'name') ?? '';
  return [{ what: `${kind} ${name}`, object: find(kind, object.metadata.namespace, name), isReady: true }];
}

/** Services that a route leads to, and the rule with its subsets: an unknown subset is an error for every request. */
function routeNeeds(object: ManifestObject, rendering: Rendering): readonly Need[] {
  const { namespace } = object.metadata;
  const destinations = listAt(object, 'spec', 'http')
    .flatMap((route) => listAt(route, 'route'))
    .map((route) => at(route, 'destination'));
  const services = destinations.map((destination) => {
    const [name = '', place = namespace] = (textAt(destination, 'host') ?? '').split('.');
    return { what: `Service ${name}`, object: rendering.find('Service', place, name), isReady: true };
  });
  const rules = destinations
    .filter((destination) => at(destination, 'subset') !== undefined)
    .map((destination) => {
      const host = textAt(destination, 'host') ?? '';
      const rule = rendering
        .inside('DestinationRule', namespace)
        .find((one) => at(one, 'spec', 'host') === host);
      return { what: `DestinationRule of ${host}`, object: rule, isReady: true };
    });
  return [...services, ...rules];
}

/** Argo Rollouts refuses a Rollout whose Services, routes or analysis are not there: then the sync fails. */
function rolloutNeeds(object: ManifestObject, rendering: Rendering): readonly Need[] {
  const strategy = at(object, 'spec', 'strategy');
  const services = ['activeService', 'previewService', 'canaryService', 'stableService'];
  const istio = at(strategy, 'canary', 'trafficRouting', 'istio');
  const routes = [at(istio, 'virtualService'), ...listAt(istio, 'virtualServices')];
  const named: readonly (readonly [string, readonly string[]])[] = [
    ['Service', services.flatMap((key) => textsUnder(strategy, key))],
    ['VirtualService', routes.flatMap((route) => textAt(route, 'name') ?? [])],
    ['DestinationRule', [textAt(istio, 'destinationRule', 'name')].flatMap((name) => name ?? [])],
    ['AnalysisTemplate', textsUnder(strategy, 'templateName')],
  ];
  return named.flatMap(([kind, names]) =>
    names.map((name) => ({ ...reference(object, rendering, kind, name), isReady: true })),
  );
}
