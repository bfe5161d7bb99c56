import type { NetworkPolicyEgressRule, NetworkPolicyPeer } from '../../../imports/kubernetes.ts';
import { asksCloudWatch } from '../../../monitoring/exporters/cloudwatch-config.ts';
import { ADD_ON_TARGETS } from '../../../monitoring/scrape/add-ons.ts';
import { CLOUDWATCH_EXPORTER_PORT } from '../../../monitoring/scrape/cloud.ts';
import {
  KUBE_STATE_METRICS_SELF,
  type ReadComponent,
  readComponents,
} from '../../../monitoring/scrape/components.ts';
import { exporterName } from '../../../resources/exporter-name.ts';
import { typeOf } from '../../../resources/index.ts';
import { readWhereTheyAre } from '../../../resources/own-metrics.ts';
import type { Environment } from '../../../src/model/environment.ts';
import { isMeshed, type Meshed } from '../../../src/model/mesh.ts';
import { mainEndpoint } from '../../../src/model/resource.ts';
import { componentPeer, podsOfComponent } from '../../component/labels.ts';
import { kubernetesApiRule } from '../../network/changing-addresses.ts';
import { MERGED_METRICS, namespaceNamed } from '../../network/ingress-rules.ts';
import { type Destination, outsideRules } from '../../network/outside-rules.ts';

/** Where Prometheus may connect to: what it reads, and where it finds out what there is. */
export function scrapeTargets(environment: Environment): readonly NetworkPolicyEgressRule[] {
  return [
    ...(isMeshed(environment) ? ofMesh(environment) : ofServices(environment)),
    // Nodes are no pods either.
    kubernetesApiRule(environment, [443, 10250]),
    ...byPort([
      ...readComponents(environment).map((component) => targetOf(component, environment)),
      ...exporters(environment),
      ...addOns(environment),
    ]),
    ...outsideRules(ownMetrics(environment)),
  ];
}

/** Sidecars, the mesh gateway and its control plane. */
function ofMesh(environment: Meshed): readonly NetworkPolicyEgressRule[] {
  const { mesh, namespaces } = environment;
  const { gateway, controlPlaneNamespace } = mesh;
  const gatewayPods = {
    ...namespaceNamed(gateway.namespace),
    podSelector: { matchLabels: gateway.selector },
  };
  const istiod = {
    ...namespaceNamed(controlPlaneNamespace),
    podSelector: { matchLabels: { app: 'istiod' } },
  };
  return [
    { to: [namespaceNamed(namespaces.services), gatewayPods], ports: MERGED_METRICS },
    { to: [istiod], ports: tcp(15014) },
  ];
}

/** The ports that services have for metrics, where no sidecar offers them. */
function ofServices({ namespaces, services }: Environment): readonly NetworkPolicyEgressRule[] {
  const metrics = services.flatMap(({ ports }) => ports.filter(({ name }) => name === 'metrics'));
  const numbers = [...new Set(metrics.map(({ number }) => number))].sort((a, b) => a - b);
  if (numbers.length === 0) return [];
  return [{ to: [namespaceNamed(namespaces.services)], ports: tcp(...numbers) }];
}

interface Target {
  readonly ports: readonly number[];
  readonly peer: NetworkPolicyPeer;
}

function targetOf({ name, port, isNodeAgent }: ReadComponent, environment: Environment): Target {
  const agents = environment.observability?.nodeAgents;
  const peer =
    isNodeAgent && agents !== undefined
      ? { ...namespaceNamed(agents), podSelector: { matchLabels: podsOfComponent({ name }) } }
      : componentPeer(name, environment);
  return { peer, ports: name === 'kube-state-metrics' ? [port, KUBE_STATE_METRICS_SELF] : [port] };
}

function exporters(environment: Environment): readonly Target[] {
  const { cloudWatch, parts, resources = [] } = environment.observability ?? {};
  return [
    ...(cloudWatch && asksCloudWatch(environment, cloudWatch)
      ? [
          {
            peer: componentPeer('cloudwatch-exporter', environment),
            ports: [CLOUDWATCH_EXPORTER_PORT],
          },
        ]
      : []),
    ...(parts?.resources ? resources : []).flatMap((watched) => {
      const reader = typeOf(watched.resource).watching?.reader;
      if (reader?.kind !== 'program') return [];
      return { peer: componentPeer(exporterName(watched), environment), ports: [reader.port] };
    }),
  ];
}

/** Resources with metrics of their own. */
function ownMetrics({ observability }: Environment): readonly Destination[] {
  return readWhereTheyAre(observability).map(({ resource, port }) => ({
    network: mainEndpoint(resource).reach.network,
    port,
  }));
}

function addOns({ observability }: Environment): readonly Target[] {
  return (observability?.addOns ?? []).map(({ name, namespace }) => {
    const { labels, port } = ADD_ON_TARGETS[name];
    return { peer: { ...namespaceNamed(namespace), podSelector: { matchLabels: labels } }, ports: [port] };
  });
}

/** One rule for those with the same ports, in the order of the first of them. */
function byPort(targets: readonly Target[]): readonly NetworkPolicyEgressRule[] {
  const rules = new Map<string, { readonly to: NetworkPolicyPeer[]; readonly ports: readonly number[] }>();
  for (const { ports, peer } of targets) {
    const rule = rules.get(ports.join());
    if (rule) rule.to.push(peer);
    else rules.set(ports.join(), { to: [peer], ports });
  }
  return [...rules.values()]
    .sort((a, b) => (a.ports[0] ?? 0) - (b.ports[0] ?? 0))
    .map(({ to, ports }) => ({ to, ports: tcp(...ports) }));
}

function tcp(...ports: readonly number[]): NetworkPolicyEgressRule['ports'] {
  return ports.map((port) => ({ protocol: 'TCP', port }));
}
