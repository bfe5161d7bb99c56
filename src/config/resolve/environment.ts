import type { Environment, Ingress } from '../../model/environment.ts';
import type { Observability } from '../../model/observability.ts';
import type { Service } from '../../model/service.ts';
import { goDuration } from '../duration.ts';
import type { DocumentInput } from '../schema/document.ts';
import type { YamlMap } from '../source.ts';
import { backupsOf } from './backups.ts';
import { checkService } from './check-service.ts';
import { checkingOf } from './checking.ts';
import { deliveryOf } from './delivery.ts';
import { outsideHosts, publicHosts, withCallers } from './graph.ts';
import { reportLongHosts } from './host-lengths.ts';
import { reportStrayImages } from './images.ts';
import { reportJobsInCircles } from './job-order.ts';
import { observabilityOf } from './observability/observability.ts';
import { emergencyOf, maintenanceOf, prometheusOf } from './operation.ts';
import { ownedNamespaces } from './owned-namespaces.ts';
import { previewsOf } from './previews.ts';
import { prioritiesOf } from './priority-class.ts';
import { reportReleasesWithoutRequests } from './release.ts';
import type { Scope } from './scope.ts';
import { resolveService } from './service.ts';
import { ownStorageClass } from './storage-class.ts';
import { resolveTags } from './tags.ts';

/**
 * Puts an environment together from its validated parts. `written` are the services as they were written.
 * Reports every reference that leads nowhere; what it returns may only be used when nothing was reported.
 */
export function resolveEnvironment(scope: Scope, written: YamlMap): Environment {
  const { document, report } = scope;
  const services = servicesOf(scope, written);
  const observability = observabilityOf(scope, services);
  const previews = previewsOf(scope);
  reportLongHosts(scope, previews);
  const { kubernetes, crds: _, storageClass: _class, ...cluster } = document.cluster;
  const { services: inServices, monitoring, externalSecrets, nodeAgents } = document.namespaces;
  return {
    platform: document.platform,
    name: document.environment,
    owner: document.owner,
    tags: resolveTags(document),
    domain: document.domain,
    cluster: { ...cluster, kubernetesMinor: kubernetes },
    network: networkOf(document),
    namespaces: { services: inServices, monitoring, externalSecrets, nodeAgents },
    ownedNamespaces: ownedNamespaces(scope, services, observability),
    priorities: prioritiesOf(document, observability),
    ownStorageClass: ownStorageClass(document, services, observability),
    mesh: meshOf(document, observability),
    jwt: document.jwt,
    ingress: ingressOf(document),
    secrets: {
      roleArn: document.secrets.roleArn,
      refreshInterval: goDuration(document.secrets.refresh * 1000),
    },
    prometheus: prometheusOf(scope, observability),
    maintenance: maintenanceOf(document),
    emergency: emergencyOf(scope),
    delivery: deliveryOf(scope),
    previews,
    backups: backupsOf(scope, services),
    observability,
    access: { deployer: [...document.access.deployer].sort(), viewer: [...document.access.viewer].sort() },
    services,
    resources: [...scope.resources.values()]
      .map(({ resource }) => resource)
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    outsideHosts: outsideHosts(services, report),
    publicHosts: publicHosts(services, document.domain, report),
    checking: checkingOf(scope),
  };
}

function networkOf({ network: { data = [], endpoints = [] } }: DocumentInput): Environment['network'] {
  return { data: [...data].sort(), endpoints: [...endpoints].sort() };
}

/** The services, sorted by name, with both ends of every edge. */
function servicesOf(scope: Scope, written: YamlMap): readonly Service[] {
  const { document, report } = scope;
  const names = new Set(
    [...scope.declared].filter(([, section]) => section === 'services').map(([name]) => name),
  );
  reportStrayImages(document, names, report);
  const resolved = [...scope.services].map(([name, input]) => {
    checkService(name, input, written[name] as YamlMap, report);
    return resolveService(name, input, scope);
  });
  resolved.sort((a, b) => (a.name < b.name ? -1 : 1));
  const services = withCallers(resolved);
  reportReleasesWithoutRequests(services, report);
  reportJobsInCircles(services, report);
  return services;
}

function meshOf({ mesh }: DocumentInput, observability: Observability | undefined): Environment['mesh'] {
  const { requests, limits } = mesh.proxy;
  return {
    controlPlaneNamespace: mesh.controlPlaneNamespace,
    trustDomain: mesh.trustDomain,
    gateway: mesh.gateway,
    proxy: { requests, limits: { cpu: limits.cpu, memory: limits.memory } },
    tracing: mesh.tracing ?? (observability?.parts.tracing ? ALL_TRACES : undefined),
  };
}

/** Traces go to the collector, which chooses the ones to keep once it has seen how they ended. */
const ALL_TRACES = { provider: 'otel', samplingPercent: 100 } as const;

/** Names of AWS' predefined security policies for listeners (Elastic Load Balancing user guide, TLS policies). */
const SSL_POLICIES = {
  '1.2': 'ELBSecurityPolicy-TLS13-1-2-2021-06',
  '1.3': 'ELBSecurityPolicy-TLS13-1-3-2021-06',
} as const;

function ingressOf({ ingress }: DocumentInput): Ingress | undefined {
  return (
    ingress && {
      name: ingress.name,
      scheme: ingress.scheme,
      certificateArn: ingress.certificateArn,
      sslPolicy: SSL_POLICIES[ingress.minimumTls],
      webAclArn: ingress.webAclArn,
      accessLogs: ingress.accessLogs,
      idleTimeoutSeconds: ingress.idleTimeout,
      inboundCidrs: [...(ingress.inboundCidrs ?? [])].sort(),
      deletionProtection: ingress.deletionProtection,
      gatewayCertificateKey: ingress.gatewayCertificate,
    }
  );
}
