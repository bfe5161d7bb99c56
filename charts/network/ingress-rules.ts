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
  if (service.expose) edges.push({ port: service.expose.port.number, peer: gatewayPeer(environment) });
  for (const { service: caller, edge } of service.callers) {
    edges.push({ port: edge.port.number, peer: podsOf(caller) });
  }
  const rules: NetworkPolicyIngressRule[] = peersByPort(edges).map(({ peers, ports }) => ({
    from: peers,
    ports,
  }));
  rules.push({ from: [prometheusPeer(environment)], ports: MERGED_METRICS });
  return rules;
}

/** Where the sidecar serves its own metrics together with the application's, so no other port needs to be open. */
export const MERGED_METRICS = [{ protocol: 'TCP', port: 15020 }] as const;

/**
 * Whoever reads metrics: the environment's own Prometheus, that of an operator, or any pod of the monitoring namespace
 * where somebody else looks after it.
 */
export function prometheusPeer({ namespaces, observability }: Environment): NetworkPolicyPeer {
  if (observability?.operatorNamespace !== undefined) return namespaceNamed(observability.operatorNamespace);
  const monitoring = namespaceNamed(namespaces.monitoring);
  if (!observability?.parts.metrics) return monitoring;
  return { ...monitoring, podSelector: { matchLabels: { 'app.kubernetes.io/name': 'prometheus' } } };
}

/** The pods of the mesh gateway. */
export function gatewayPeer({ mesh }: Environment): NetworkPolicyPeer {
  const { namespace, selector } = mesh.gateway;
  return { ...namespaceNamed(namespace), podSelector: { matchLabels: selector } };
}

/** The pods of a namespace. */
export function namespaceNamed(name: string): NetworkPolicyPeer {
  return { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } };
}
