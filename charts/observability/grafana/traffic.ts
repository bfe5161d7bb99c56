import { internetFrom } from '../../../choices/clouds/index.ts';
import type { NetworkPolicyEgressRule, NetworkPolicyIngressRule } from '../../../imports/kubernetes.ts';
import type { Environment } from '../../../src/model/environment.ts';
import { isMeshed } from '../../../src/model/mesh.ts';
import type { Observability } from '../../../src/model/observability.ts';
import { mainEndpoint } from '../../../src/model/resource.ts';
import type { MeshCaller } from '../../component/component.ts';
import { componentPeer } from '../../component/labels.ts';
import { componentAccount, gatewayAccount } from '../../names.ts';
import { namespaceNamed, wayInPeers } from '../../network/ingress-rules.ts';
import { destinationOf, outsideRules } from '../../network/outside-rules.ts';
import { grafanaHost } from '../../public-hosts.ts';

/** Port of Grafana, for people and for its metrics. */
export const PORT = 3000;

/** Who may call it in the mesh: the gateway where it is public, and Kiali, which links to dashboards. */
export function grafanaCallers(environment: Environment): readonly MeshCaller[] {
  if (!isMeshed(environment)) return [];
  const accounts = [
    ...(grafanaHost(environment) === undefined ? [] : [gatewayAccount(environment)]),
    ...(environment.observability?.parts.mesh ? [componentAccount(environment, 'kiali')] : []),
  ];
  return accounts.length === 0 ? [] : [{ accounts, ports: [PORT] }];
}

/** Who may call Grafana, by their pods. */
export function grafanaIngress(environment: Environment): readonly NetworkPolicyIngressRule[] {
  const from = [
    ...(grafanaHost(environment) === undefined ? [] : wayInPeers(environment)),
    ...(environment.observability?.parts.mesh ? [componentPeer('kiali', environment)] : []),
  ];
  return from.length === 0 ? [] : [{ from, ports: [{ protocol: 'TCP', port: PORT }] }];
}

/** What it shows, and the provider people sign in with. Nothing is downloaded, so there is no way to its makers. */
export function grafanaEgress(
  environment: Environment,
  observability: Observability,
): readonly NetworkPolicyEgressRule[] {
  const { grafana, logs, parts } = observability;
  const destinations = [
    ...(logs ? [destinationOf(mainEndpoint(logs.store.resource))] : []),
    // Providers of OpenID Connect are on the internet, and their addresses change.
    ...(grafana.login ? [{ network: internetFrom(environment.cluster), port: 443 }] : []),
  ];
  return [
    ...metricsRules(environment, observability),
    ...(parts.tracing
      ? [{ to: [componentPeer('jaeger', environment)], ports: [{ protocol: 'TCP', port: 16686 }] }]
      : []),
    ...outsideRules(destinations),
  ];
}

function metricsRules(
  environment: Environment,
  { operatorNamespace, parts }: Observability,
): readonly NetworkPolicyEgressRule[] {
  const ports = (port: number) => [{ protocol: 'TCP', port }];
  if (operatorNamespace !== undefined) {
    return [{ to: [namespaceNamed(operatorNamespace)], ports: [...ports(9090), ...ports(9093)] }];
  }
  if (!parts.metrics) return [];
  return [
    { to: [componentPeer('prometheus', environment)], ports: ports(9090) },
    { to: [componentPeer('alertmanager', environment)], ports: ports(9093) },
  ];
}
