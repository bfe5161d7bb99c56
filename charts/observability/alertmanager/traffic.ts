import type { NetworkPolicyEgressRule, NetworkPolicyIngressRule } from '../../../imports/kubernetes.ts';
import type { Endpoint } from '../../../src/model/dependency.ts';
import type { Environment } from '../../../src/model/environment.ts';
import { INTERNET } from '../../../src/model/internet.ts';
import type { Observability } from '../../../src/model/observability.ts';
import { componentPeer, podsOfComponent } from '../../component/labels.ts';
import { outsideRules } from '../../network/outside-rules.ts';
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
  observability: Observability,
  replicas: number,
): readonly NetworkPolicyEgressRule[] {
  const endpoints = channelsOf(observability).flatMap((channel): readonly Endpoint[] => {
    if (channel !== 'email') return [CALLED];
    const { server } = observability.alerting.email ?? {};
    return server ? [{ ...CALLED, ...server, label: 'mail' }] : [];
  });
  return [
    ...(replicas > 1 ? [{ to: [PEERS], ports: GOSSIP }] : []),
    ...outsideRules([{ to: 'external', name: 'told', access: undefined, endpoints }]),
  ];
}

/** PagerDuty, Slack and the dead man's switch are on the internet, and their addresses change. */
const CALLED: Endpoint = { label: 'told', host: '', port: 443, protocol: 'HTTPS', network: INTERNET };
