import type { NetworkPolicyEgressRule } from '../../imports/kubernetes.ts';
import type { Environment } from '../../src/model/environment.ts';
import type { Service } from '../../src/model/service.ts';
import { dnsRule } from './dns-rule.ts';
import { outsideRules } from './outside-rules.ts';
import { type PeerOnPort, peersByPort, podsOf } from './peers-by-port.ts';

/** What a service may connect to: DNS, the mesh's control plane, and the other end of each of its edges. */
export function egressRules(service: Service, environment: Environment): readonly NetworkPolicyEgressRule[] {
  const edges: PeerOnPort[] = [];
  for (const edge of service.dependencies) {
    if (edge.to === 'service') edges.push({ port: edge.port.number, peer: podsOf(edge.name) });
  }
  return [
    dnsRule(environment),
    controlPlaneRule(environment),
    ...tracingRules(environment),
    ...peersByPort(edges).map(({ peers, ports }) => ({ to: peers, ports })),
    ...outsideRules(service.dependencies),
  ];
}

const ISTIOD = { matchLabels: { app: 'istiod' } } as const;

/** Sidecars get their configuration and certificates from istiod over TLS (istio.io, ports used by Istio). */
const XDS = [{ protocol: 'TCP', port: 15012 }] as const;

function controlPlaneRule({ mesh }: Environment): NetworkPolicyEgressRule {
  const namespaceSelector = { matchLabels: { 'kubernetes.io/metadata.name': mesh.controlPlaneNamespace } };
  return { to: [{ namespaceSelector, podSelector: ISTIOD }], ports: XDS };
}

/** Where the collector of traces takes OTLP over gRPC (opentelemetry.io/docs/specs/otlp). */
export const OTLP = [{ protocol: 'TCP', port: 4317 }] as const;

function tracingRules({ mesh, namespaces }: Environment): readonly NetworkPolicyEgressRule[] {
  if (!mesh.tracing) return [];
  const namespaceSelector = { matchLabels: { 'kubernetes.io/metadata.name': namespaces.monitoring } };
  return [{ to: [{ namespaceSelector }], ports: OTLP }];
}
