import type {
  NetworkPolicyIngressRule,
  NetworkPolicyPeer,
  NetworkPolicyPort,
} from '../../imports/kubernetes.ts';
import type { Environment } from '../../src/model/environment.ts';
import { isMeshed } from '../../src/model/mesh.ts';
import type { Service } from '../../src/model/service.ts';
import type { WayInPeer } from '../../src/model/way-in.ts';
import { type PeerOnPort, peersByPort, podsOf } from './peers-by-port.ts';

/**
 * Who may connect to a service: the way in where it is exposed, its callers, and Prometheus.
 * Probes need no rule: the kubelet of a pod's own node is always let in.
 */
export function ingressRules(
  service: Service,
  environment: Environment,
): readonly NetworkPolicyIngressRule[] {
  const edges: PeerOnPort[] = [];
  const { expose } = service;
  if (expose) for (const peer of wayInPeers(environment)) edges.push({ port: expose.port.number, peer });
  for (const { service: caller, edge } of service.callers) {
    edges.push({ port: edge.port.number, peer: podsOf(caller) });
  }
  const rules: NetworkPolicyIngressRule[] = peersByPort(edges).map(({ peers, ports }) => ({
    from: peers,
    ports,
  }));
  const metrics = metricsPorts(service, environment);
  if (metrics.length > 0) rules.push({ from: [prometheusPeer(environment)], ports: metrics });
  return rules;
}

/** Where the metrics of a service are read: of its sidecar together with its own, or its own alone, if it has any. */
function metricsPorts({ ports }: Service, environment: Environment): readonly NetworkPolicyPort[] {
  if (isMeshed(environment)) return MERGED_METRICS;
  return ports
    .filter(({ name }) => name === 'metrics')
    .map(({ number }) => ({ protocol: 'TCP', port: number }));
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

/** Whoever brings requests from outside; nobody where there is no way in. */
export function wayInPeers({ ingress }: Environment): readonly NetworkPolicyPeer[] {
  return (ingress?.peers ?? []).map(peerOf);
}

function peerOf(peer: WayInPeer): NetworkPolicyPeer {
  if ('cidr' in peer) return { ipBlock: { cidr: peer.cidr } };
  const { namespace, pods } = peer;
  return { ...namespaceNamed(namespace), ...(pods && { podSelector: { matchLabels: pods } }) };
}

/** The pods of a namespace. */
export function namespaceNamed(name: string): NetworkPolicyPeer {
  return { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } };
}
