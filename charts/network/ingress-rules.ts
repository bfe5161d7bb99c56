import type { NetworkPolicyIngressRule, NetworkPolicyPeer } from '../../imports/kubernetes.ts';
import type { Environment } from '../../src/model/environment.ts';
import type { Service } from '../../src/model/service.ts';
import { type PeerOnPort, peersByPort, podsOf } from './peers-by-port.ts';

/**
 * Who may connect to a service: the mesh gateway where it is exposed, its callers, and Prometheus.
 * Probes need no rule: the kubelet of a pod's own node is always let in.
 */
export function ingressRules(
  service: Service,
  environment: Environment,
): readonly NetworkPolicyIngressRule[] {
  const edges: PeerOnPort[] = [];
  if (service.expose) edges.push({ port: service.expose.port.number, peer: gateway(environment) });
  for (const { service: caller, edge } of service.callers) {
    edges.push({ port: edge.port.number, peer: podsOf(caller) });
  }
  const rules: NetworkPolicyIngressRule[] = peersByPort(edges).map(({ peers, ports }) => ({
    from: peers,
    ports,
  }));
  rules.push({ from: [namespaceNamed(environment.namespaces.monitoring)], ports: MERGED_METRICS });
  return rules;
}

/** Where the sidecar serves its own metrics together with the application's, so no other port needs to be open. */
export const MERGED_METRICS = [{ protocol: 'TCP', port: 15020 }] as const;

function gateway({ mesh }: Environment): NetworkPolicyPeer {
  const { namespace, selector } = mesh.gateway;
  return { ...namespaceNamed(namespace), podSelector: { matchLabels: selector } };
}

/** The pods of a namespace. */
export function namespaceNamed(name: string): NetworkPolicyPeer {
  return { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } };
}
