import type { NetworkPolicyEgressRule } from '../../imports/kubernetes.ts';
import type { Environment } from '../../src/model/environment.ts';

/** The way to the cluster's DNS, and to the node's own cache where there is one. */
export function dnsRule({ cluster }: Environment): NetworkPolicyEgressRule {
  return cluster.nodeLocalDns ? WITH_NODE_CACHE : WITHOUT_NODE_CACHE;
}

const CLUSTER_DNS = {
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
  podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
} as const;

/** Where NodeLocal DNSCache listens on every node (kubernetes.io/docs/tasks/administer-cluster/nodelocaldns). */
const NODE_CACHE = { ipBlock: { cidr: '169.254.20.10/32' } } as const;

/** Answers that do not fit a datagram come over TCP. */
const PORTS = [
  { protocol: 'UDP', port: 53 },
  { protocol: 'TCP', port: 53 },
] as const;

const WITHOUT_NODE_CACHE: NetworkPolicyEgressRule = { to: [CLUSTER_DNS], ports: PORTS };
const WITH_NODE_CACHE: NetworkPolicyEgressRule = { to: [CLUSTER_DNS, NODE_CACHE], ports: PORTS };
