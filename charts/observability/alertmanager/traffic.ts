import { internetFrom } from '../../../choices/clouds/index.ts';
import type { NetworkPolicyEgressRule, NetworkPolicyIngressRule } from '../../../imports/kubernetes.ts';
import type { Environment } from '../../../src/model/environment.ts';
import type { Observability } from '../../../src/model/observability.ts';
import { mainEndpoint } from '../../../src/model/resource.ts';
import { componentPeer, podsOfComponent } from '../../component/labels.ts';
import { destinationOf, outsideRules } from '../../network/outside-rules.ts';
import { CLUSTER, PORT } from './args.ts';
import { channelsOf } from './secret.ts';

const PEERS = { podSelector: { matchLabels: podsOfComponent({ name: 'alertmanager' }) } } as const;

const GOSSIP = CLUSTER.map(({ number, protocol = 'TCP' }) => ({ protocol, port: number }));

/** Who may connect: Grafana, to show and make silences, and its own pods. Prometheus may as it reads the metrics there. */
export function alertmanagerIngress(
  environment: Environment,
  replicas: number,
): readonly NetworkPolicyIngressRule[] {
  const hasGrafana = environment.observability?.parts.dashboards;
  return [
    ...(hasGrafana
      ? [{ from: [componentPeer('grafana', environment)], ports: [{ protocol: 'TCP', port: PORT }] }]
      : []),
    ...(replicas > 1 ? [{ from: [PEERS], ports: GOSSIP }] : []),
  ];
}

/** Where it may connect to: its own pods, the mail server, and whoever else is told. */
export function alertmanagerEgress(
  { cluster }: Environment,
  observability: Observability,
  replicas: number,
): readonly NetworkPolicyEgressRule[] {
  const { email } = observability.alerting;
  const receivers = channelsOf(observability).flatMap((channel) => {
    // PagerDuty, Slack and the dead man's switch are on the internet, and their addresses change.
    if (channel !== 'email') return { network: internetFrom(cluster), port: 443 };
    return email ? destinationOf(mainEndpoint(email.server)) : [];
  });
  return [...(replicas > 1 ? [{ to: [PEERS], ports: GOSSIP }] : []), ...outsideRules(receivers)];
}
