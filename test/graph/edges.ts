import type { Environment } from '../../src/model/environment.ts';
import type { ManifestObject } from '../../src/model/manifest.ts';

/** Every way the rendered objects speak of an edge, each as the sorted set of edges it allows. */
export interface EdgeViews {
  /** `caller -> callee:port`, as the caller's NetworkPolicy lets it out. */
  readonly egress: readonly string[];
  /** The same, as the callee's NetworkPolicy lets it in. */
  readonly ingress: readonly string[];
  /** The same, as the callee's AuthorizationPolicy allows it. */
  readonly authorized: readonly string[];
  /** `caller -> callee`, as the caller's Sidecar knows the way. */
  readonly known: readonly string[];
  /** `service -> host`, as the service's Sidecar knows the way. */
  readonly outsideKnown: readonly string[];
  /** `service -> cidr:port`, as the service's NetworkPolicy lets it out. */
  readonly outsideEgress: readonly string[];
  /** `host:port` of every ServiceEntry. */
  readonly outsideHosts: readonly string[];
}

/** The edges of an environment's dependency graph, in the same words; nothing speaks of them as a mesh does where there is none. */
export function edgesOfGraph({ mesh, services }: Environment): EdgeViews {
  const edges = services.flatMap(({ name, dependencies }) => dependencies.map((edge) => ({ name, edge })));
  const calls = edges.flatMap(({ name, edge }) => (edge.to === 'service' ? { name, edge } : []));
  const outside = edges.flatMap(({ name, edge }) =>
    edge.to === 'service' ? [] : { name, port: edge.endpoint.port, ...edge.endpoint.reach },
  );
  const inside = set(calls.map(({ name, edge }) => `${name} -> ${edge.name}:${edge.port.number}`));
  return {
    egress: inside,
    ingress: inside,
    authorized: mesh ? inside : [],
    known: set((mesh ? calls : []).map(({ name, edge }) => `${name} -> ${edge.name}`)),
    outsideKnown: set((mesh ? outside : []).map(({ name, host }) => `${name} -> ${host}`)),
    outsideEgress: set(
      outside.flatMap(({ name, port, network }) => network.cidrs.map((cidr) => `${name} -> ${cidr}:${port}`)),
    ),
    outsideHosts: set((mesh ? outside : []).map(({ host, port }) => `${host}:${port}`)),
  };
}

// biome-ignore lint/suspicious/noExplicitAny: rendered objects are read as a reviewer would, without their types
type Loose = any;

const NAME = 'app.kubernetes.io/name';

/** The edges that rendered objects allow, read back from the objects alone. */
export function edgesOfManifests(environment: Environment, objects: readonly ManifestObject[]): EdgeViews {
  const namespace = environment.namespaces.services;
  const inNamespace = objects.filter(({ metadata }) => metadata.namespace === namespace);
  const ofKind = (kind: string): Loose[] => inNamespace.filter((object) => object.kind === kind);
  const policies = ofKind('NetworkPolicy').filter((policy) => policy.spec.podSelector.matchLabels?.[NAME]);
  const hosts = ofKind('Sidecar').flatMap((sidecar) =>
    sidecar.spec.egress.flatMap((egress: Loose) =>
      egress.hosts
        .filter((host: string) => host.startsWith('./'))
        .map((host: string) => ({ from: sidecar.spec.workloadSelector.labels[NAME], host: host.slice(2) })),
    ),
  );
  const suffix = `.${namespace}.svc.cluster.local`;
  return {
    egress: set(policies.flatMap(egressEdges)),
    ingress: set(policies.flatMap(ingressEdges)),
    authorized: set(ofKind('AuthorizationPolicy').flatMap((policy) => authorizedEdges(policy, namespace))),
    known: set(
      hosts
        .filter(({ host }) => host.endsWith(suffix))
        .map(({ from, host }) => `${from} -> ${host.slice(0, -suffix.length)}`),
    ),
    outsideKnown: set(
      hosts.filter(({ host }) => !host.endsWith(suffix)).map(({ from, host }) => `${from} -> ${host}`),
    ),
    outsideEgress: set(policies.flatMap(outsideEgressEdges)),
    outsideHosts: set(
      ofKind('ServiceEntry').flatMap(({ spec }) =>
        spec.hosts.flatMap((host: string) => spec.ports.map((port: Loose) => `${host}:${port.number}`)),
      ),
    ),
  };
}

/** Peers that are one service's pods in the same namespace. */
function servicesAmong(peers: readonly Loose[] | undefined): string[] {
  return (peers ?? [])
    .filter((peer) => !peer.namespaceSelector)
    .flatMap((peer) => peer.podSelector?.matchLabels?.[NAME] ?? []);
}

function egressEdges({ spec }: Loose): string[] {
  const from = spec.podSelector.matchLabels[NAME];
  return (spec.egress ?? []).flatMap((rule: Loose) =>
    servicesAmong(rule.to).flatMap((to) => rule.ports.map((port: Loose) => `${from} -> ${to}:${port.port}`)),
  );
}

function ingressEdges({ spec }: Loose): string[] {
  const to = spec.podSelector.matchLabels[NAME];
  return (spec.ingress ?? []).flatMap((rule: Loose) =>
    servicesAmong(rule.from).flatMap((from) =>
      rule.ports.map((port: Loose) => `${from} -> ${to}:${port.port}`),
    ),
  );
}

function outsideEgressEdges({ spec }: Loose): string[] {
  const from = spec.podSelector.matchLabels[NAME];
  return (spec.egress ?? []).flatMap((rule: Loose) =>
    (rule.to ?? [])
      .filter((peer: Loose) => peer.ipBlock && !peer.ipBlock.cidr.startsWith('169.254.'))
      .flatMap((peer: Loose) =>
        rule.ports.map((port: Loose) => `${from} -> ${peer.ipBlock.cidr}:${port.port}`),
      ),
  );
}

function authorizedEdges({ spec }: Loose, namespace: string): string[] {
  const to = spec.selector?.matchLabels?.[NAME];
  const marker = `/ns/${namespace}/sa/`;
  return (spec.rules ?? []).flatMap((rule: Loose) =>
    rule.from
      .flatMap((from: Loose) => from.source.principals)
      .filter((principal: string) => principal.includes(marker))
      .map((principal: string) => principal.split(marker)[1])
      .flatMap((from: string) =>
        rule.to.flatMap((target: Loose) =>
          target.operation.ports.map((port: string) => `${from} -> ${to}:${port}`),
        ),
      ),
  );
}

function set(edges: readonly string[]): readonly string[] {
  return [...new Set(edges)].sort();
}
