import { tokenAddressesOf } from '../../choices/clouds/index.ts';
import type { NetworkPolicyEgressRule } from '../../imports/kubernetes.ts';
import { COLLECTOR } from '../../monitoring/tracing/ports.ts';
import { outsideOf } from '../../src/model/dependency.ts';
import type { Environment } from '../../src/model/environment.ts';
import { isMeshed, type Meshed } from '../../src/model/mesh.ts';
import type { Service } from '../../src/model/service.ts';
import { dnsRule } from './dns-rule.ts';
import { namespaceNamed } from './ingress-rules.ts';
import { destinationOf, outsideRules } from './outside-rules.ts';
import { type PeerOnPort, peersByPort, podsOf } from './peers-by-port.ts';

/** What a service may connect to: DNS, the mesh's control plane, and the other end of each of its edges. */
export function egressRules(service: Service, environment: Environment): readonly NetworkPolicyEgressRule[] {
  const edges: PeerOnPort[] = [];
  for (const edge of service.dependencies) {
    if (edge.to === 'service') edges.push({ port: edge.port.number, peer: podsOf(edge.name) });
  }
  return [
    dnsRule(environment),
    ...(isMeshed(environment) ? [controlPlaneRule(environment)] : []),
    ...tracingRules(environment),
    ...peersByPort(edges).map(({ peers, ports }) => ({ to: peers, ports })),
    ...tokenRules(service),
    ...outsideRules(outsideOf(service.dependencies).map(({ endpoint }) => destinationOf(endpoint))),
  ];
}

const ISTIOD = { matchLabels: { app: 'istiod' } } as const;

/** Sidecars get their configuration and certificates from istiod over TLS (istio.io, ports used by Istio). */
const XDS = [{ protocol: 'TCP', port: 15012 }] as const;

/** The way to istiod, for pods with a sidecar. */
export function controlPlaneRule({ mesh }: Meshed): NetworkPolicyEgressRule {
  const namespaceSelector = { matchLabels: { 'kubernetes.io/metadata.name': mesh.controlPlaneNamespace } };
  return { to: [{ namespaceSelector, podSelector: ISTIOD }], ports: XDS };
}

/** Where the collector of traces takes OTLP over gRPC (opentelemetry.io/docs/specs/otlp). */
export const OTLP = [{ protocol: 'TCP', port: 4317 }] as const;

/** The environment's own collector takes OTLP over HTTP too, for programs that speak nothing else. */
const OTLP_TO_OWN = [...OTLP, { protocol: 'TCP', port: 4318 }] as const;

/** The way to the environment's own collector, or to any pod of monitoring where somebody else looks after it. */
function tracingRules({ mesh, namespaces, observability }: Environment): readonly NetworkPolicyEgressRule[] {
  const monitoring = namespaceNamed(namespaces.monitoring);
  if (observability?.parts.tracing) {
    const podSelector = { matchLabels: { 'app.kubernetes.io/name': COLLECTOR } };
    return [{ to: [{ ...monitoring, podSelector }], ports: OTLP_TO_OWN }];
  }
  return mesh?.tracing ? [{ to: [monitoring], ports: OTLP }] : [];
}

/** The way to what gives pods credentials of the cloud, where that answers on their own node. */
function tokenRules({ identity }: Service): readonly NetworkPolicyEgressRule[] {
  return tokenAddressesOf(identity).map(({ cidr, ports }) => ({
    to: [{ ipBlock: { cidr } }],
    ports: ports.map((port) => ({ protocol: 'TCP', port })),
  }));
}
