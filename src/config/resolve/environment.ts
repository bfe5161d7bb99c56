import { meshNamed } from '../../../choices/meshes/index.ts';
import { ingressOf } from '../../../choices/ways-in/index.ts';
import type { Environment } from '../../model/environment.ts';
import type { Service } from '../../model/service.ts';
import type { DocumentInput } from '../schema/document.ts';
import type { YamlMap } from '../source.ts';
import { backupsOf } from './backups.ts';
import { checkService } from './check-service.ts';
import { checkingOf } from './checking.ts';
import { clusterOf } from './cluster.ts';
import { deliveryOf } from './delivery.ts';
import { outsideHosts, publicHosts, withCallers } from './graph.ts';
import { reportLongHosts } from './host-lengths.ts';
import { reportStrayImages } from './images.ts';
import { reportJobsInCircles } from './job-order.ts';
import { observabilityOf } from './observability/observability.ts';
import { emergencyOf, maintenanceOf, prometheusOf } from './operation.ts';
import { ownedNamespaces } from './owned-namespaces.ts';
import { patchesOf } from './patches.ts';
import { previewsOf } from './previews.ts';
import { prioritiesOf } from './priority-class.ts';
import { reportReleasesWithoutRequests } from './release.ts';
import type { Scope } from './scope.ts';
import { secretsOf } from './secrets.ts';
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
  const mesh = meshNamed(document.mesh, observability?.parts.tracing === true);
  const previews = previewsOf(scope);
  reportLongHosts(scope, previews);
  const namespaces = namespacesOf(document);
  return {
    platform: document.platform,
    name: document.environment,
    owner: document.owner,
    tags: resolveTags(document),
    domain: document.domain,
    cluster: clusterOf(document),
    network: networkOf(document),
    namespaces,
    ownedNamespaces: ownedNamespaces(scope, services, observability),
    priorities: prioritiesOf(document, observability),
    ownStorageClass: ownStorageClass(scope, services, observability),
    mesh,
    jwt: document.jwt,
    ingress: ingressOf(document.ingress, { mesh, platform: document.platform, namespaces }),
    secrets: secretsOf(scope),
    prometheus: prometheusOf(scope, observability),
    maintenance: maintenanceOf(document),
    emergency: emergencyOf(scope),
    delivery: deliveryOf(scope),
    previews,
    backups: backupsOf(scope, services),
    observability,
    access: { deployer: [...document.access.deployer].sort(), viewer: [...document.access.viewer].sort() },
    services,
    resources: resourcesOf(scope),
    outsideHosts: outsideHosts(services, report),
    publicHosts: publicHosts(services, document.domain, report),
    ownFiles: [],
    patches: patchesOf(scope),
    checking: checkingOf(scope),
  };
}

function namespacesOf({ namespaces }: DocumentInput): Environment['namespaces'] {
  const { services, monitoring, externalSecrets, nodeAgents } = namespaces;
  return { services, monitoring, externalSecrets, nodeAgents };
}

/** Sorted by name. */
function resourcesOf({ resources }: Scope): Environment['resources'] {
  return [...resources.values()].map(({ resource }) => resource).sort((a, b) => (a.name < b.name ? -1 : 1));
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
