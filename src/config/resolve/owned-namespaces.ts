import { istioIn } from '../../../choices/meshes/index.ts';
import type { Namespace } from '../../model/environment.ts';
import type { Observability } from '../../model/observability.ts';
import type { DocumentInput } from '../schema/document.ts';
import type { Path } from '../source.ts';
import { monitoringQuota, nodeAgentsQuota } from './observability/quota.ts';
import { componentQuota, servicesQuota, writtenQuota } from './quota.ts';
import type { Scope } from './scope.ts';

/** The namespaces the platform owns, with what each may use. Reports those that are somebody else's, or for two things. */
export function ownedNamespaces(
  { document, report }: Scope,
  services: Parameters<typeof servicesQuota>[1],
  observability: Observability | undefined,
): readonly Namespace[] {
  const { namespaces, quotas } = document;
  const istio = istioIn(document.mesh);
  reportSharedNamespaces(document, report);
  reportWayInInside(document, report);
  if (quotas.externalSecrets && namespaces.externalSecrets === undefined) {
    const fix = 'remove it, or name the namespace in namespaces.externalSecrets';
    report(['quotas', 'externalSecrets'], 'the platform has no such namespace', { fix, at: 'key' });
  }
  const monitoring =
    observability && !quotas.monitoring
      ? monitoringQuota(observability, istio?.proxy)
      : componentQuota(quotas.monitoring);
  const restricted = { podSecurity: 'restricted' } as const;
  return [
    {
      name: namespaces.services,
      injected: istio !== undefined,
      ...restricted,
      quota: servicesQuota(quotas.services, services),
    },
    {
      name: namespaces.monitoring,
      injected: istio !== undefined && observability !== undefined,
      ...restricted,
      quota: monitoring,
    },
    ...(namespaces.externalSecrets === undefined
      ? []
      : [
          {
            name: namespaces.externalSecrets,
            injected: false,
            ...restricted,
            quota: componentQuota(quotas.externalSecrets),
          },
        ]),
    ...nodeAgents(document, observability),
  ];
}

/** Pods that read files of their node are what `restricted` and `baseline` keep out (hostPath volumes). */
function nodeAgents(
  { quotas }: DocumentInput,
  observability: Observability | undefined,
): readonly Namespace[] {
  if (observability?.nodeAgents === undefined) return [];
  const quota = quotas.nodeAgents ? writtenQuota(quotas.nodeAgents) : nodeAgentsQuota(observability);
  return [{ name: observability.nodeAgents, injected: false, podSecurity: 'privileged', quota }];
}

/** The default deny of an own namespace would hold for the proxies of a Gateway as well. */
function reportWayInInside({ ingress, namespaces }: DocumentInput, report: Scope['report']): void {
  const { from, gateway } = ingress?.gatewayApi ?? {};
  const own = new Set(Object.values(namespaces));
  const places: readonly (readonly [Path, string | undefined])[] = [
    [['from', 'pods', 'namespace'], from?.pods?.namespace],
    [['gateway', 'namespace'], gateway?.namespace],
  ];
  for (const [path, name] of places) {
    if (name === undefined || !own.has(name)) continue;
    const message = `\`${name}\` is a namespace of the platform, whose policies would hold for the way in too`;
    const fix = 'choose another, which others have';
    report(['ingress', 'gatewayApi', ...path], message, { fix });
  }
}

/** A namespace is owned by one platform and is for one thing; those of the cluster and the mesh are somebody else's. */
function reportSharedNamespaces({ namespaces, mesh }: DocumentInput, report: Scope['report']): void {
  const istio = istioIn(mesh);
  const seen = new Map([
    ['default', 'of the cluster'],
    ['kube-system', 'of the cluster'],
    ['kube-public', 'of the cluster'],
    ['kube-node-lease', 'of the cluster'],
  ]);
  if (istio) {
    seen.set(istio.controlPlaneNamespace, 'of the mesh');
    seen.set(istio.gateway.namespace, "of the mesh's gateway");
  }
  for (const [role, name] of Object.entries(namespaces)) {
    const path: Path = ['namespaces', role];
    const other = seen.get(name);
    if (other !== undefined)
      report(path, `\`${name}\` is the namespace ${other} already`, { fix: 'choose another' });
    else seen.set(name, `for ${role}`);
  }
}
