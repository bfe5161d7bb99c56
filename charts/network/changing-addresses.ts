import { cloudNamed, internetFrom } from '../../choices/clouds/index.ts';
import type { NetworkPolicyEgressRule, NetworkPolicyPeer } from '../../imports/kubernetes.ts';
import type { Environment } from '../../src/model/environment.ts';

/**
 * The way to the Kubernetes API, or to other ports of the cluster's own machines. The API is no pod, and its addresses are
 * those of the control plane's network interfaces, which change: so anywhere but what is known not to be it.
 */
export function kubernetesApiRule(
  environment: Environment,
  ports: readonly number[] = [443],
): NetworkPolicyEgressRule {
  return { to: [anywhereButData(environment)], ports: tcp(ports) };
}

/** The way to APIs of the cloud: on the internet, and in the subnets of private endpoints where the environment has some. */
export function cloudApiRule(environment: Environment): NetworkPolicyEgressRule {
  const endpoints = environment.network.endpoints.map((cidr) => ({ ipBlock: { cidr } }));
  return { to: [...internet(environment), ...endpoints], ports: tcp([443]) };
}

/** The way to the public hosts of the environment: an internal load balancer has addresses of the VPC. */
export function publicHostsRule(environment: Environment): NetworkPolicyEgressRule {
  const isInternal = environment.ingress?.isInternal;
  return { to: isInternal ? [anywhereButData(environment)] : internet(environment), ports: tcp([443]) };
}

/** All addresses but those of databases and caches, and of the nodes' metadata (RFC 3927). */
function anywhereButData({ network, cluster }: Environment): NetworkPolicyPeer {
  const except = [...network.data, '169.254.0.0/16', ...cloudNamed(cluster.cloud).metadata];
  return { ipBlock: { cidr: '0.0.0.0/0', except } };
}

function internet({ cluster }: Environment): readonly NetworkPolicyPeer[] {
  const { cidrs, except } = internetFrom(cluster);
  return cidrs.map((cidr) => ({ ipBlock: { cidr, except } }));
}

function tcp(ports: readonly number[]) {
  return ports.map((port) => ({ protocol: 'TCP', port }));
}
