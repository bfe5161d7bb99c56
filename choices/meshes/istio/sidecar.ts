import type { Construct } from 'constructs';
import { anyPodOf } from '../../../charts/labels.ts';
import { serviceHost } from '../../../charts/names.ts';
import { Sidecar } from '../../../imports/istio.ts';
import { collectorHost } from '../../../monitoring/tracing/ports.ts';
import type { Dependency } from '../../../src/model/dependency.ts';
import type { Endpoint } from '../../../src/model/endpoint.ts';
import type { Meshed } from '../../../src/model/mesh.ts';
import type { Service } from '../../../src/model/service.ts';
import { serviceMetadata } from './service-metadata.ts';

/**
 * What a service's pods know of the mesh: the control plane and what the service depends on, nothing else. Keeps the
 * memory of sidecars flat as a platform grows, and a call that is not declared fails at once. It is no security
 * boundary; the AuthorizationPolicy at the other end and the NetworkPolicy are.
 */
export function addSidecar(scope: Construct, service: Service, environment: Meshed): void {
  new Sidecar(scope, {
    metadata: serviceMetadata(service, environment),
    spec: {
      workloadSelector: { labels: anyPodOf(service.name) },
      outboundTrafficPolicy: REGISTRY_ONLY,
      egress: [{ hosts: egressHosts(service, environment) }],
    },
  });
}

const REGISTRY_ONLY = { mode: 'REGISTRY_ONLY' } as const;

/**
 * The control plane and, where traces are sent, their collector, then the hosts of each dependency in the order of their
 * names: the same order in every environment, whatever the hosts are called there. Two dependencies may be one host.
 */
function egressHosts({ dependencies }: Service, environment: Meshed): readonly string[] {
  const { mesh } = environment;
  const hosts = new Set([`${mesh.controlPlaneNamespace}/*`]);
  if (mesh.tracing) hosts.add(collectorHosts(environment));
  const ways = new Set<string>();
  for (const dependency of dependencies) {
    for (const host of hostsOf(dependency, environment, ways)) hosts.add(`./${host}`);
  }
  return [...hosts];
}

/** The environment's own collector; where somebody else runs one, whatever is in the namespace of monitoring. */
function collectorHosts({ namespaces: { monitoring }, observability }: Meshed): string {
  return `${monitoring}/${observability?.parts.tracing ? collectorHost(monitoring) : '*'}`;
}

/** The hosts of a dependency that no other has opened the way to: `ways` are those that are open. */
function hostsOf(dependency: Dependency, environment: Meshed, ways: Set<string>): readonly string[] {
  if (dependency.to === 'service') return [serviceHost(environment, dependency.name)];
  const { endpoint } = dependency;
  return isNew(endpoint, ways) ? [endpoint.reach.host] : [];
}

/**
 * Whether the nodes of an endpoint are reached through it. Two resources with nodes in one network and on one port are one
 * listener to Istio, which keeps either and calls the other a conflict; the connection goes where the client wants anyway.
 */
function isNew({ port, reach: { nodeRanges } }: Endpoint, ways: Set<string>): boolean {
  if (!nodeRanges) return true;
  const way = `${nodeRanges.join(' ')}:${port}`;
  if (ways.has(way)) return false;
  ways.add(way);
  return true;
}
