import type { ManifestObject } from '../../model/manifest.ts';
import { groupOf } from './api-group.ts';
import { oncePerInventory } from './once.ts';
import { specOf } from './spec.ts';

/**
 * Whether a namespace is ours and everything rendered into it could be read. An object without the shape of its kind
 * is not in the inventory: what it provides must not count as missing, since another check has told the cause.
 */
export const isLegible = oncePerInventory(({ verdicts, ownsNamespace }) => {
  const unread = new Set(
    verdicts.filter(({ isSound }) => !isSound).map(({ object }) => object.metadata?.namespace ?? ''),
  );
  return (namespace: string): boolean => ownsNamespace(namespace) && !unread.has(namespace);
});

/**
 * Whether all there will be in a namespace is rendered: it is legible, workloads are rendered into it, and no custom
 * resource there makes an operator create pods, Secrets or Services of its own. Only then is what is absent missing;
 * a namespace that is rendered for somebody else's chart to be installed into is not.
 */
export const rendersWhole = oncePerInventory((inventory) => {
  const filled = new Set(inventory.workloads.map(({ namespace }) => namespace));
  const open = new Set(inventory.objects.map(opened));
  const canBeRead = isLegible(inventory);
  return (namespace: string): boolean =>
    filled.has(namespace) && !open.has(namespace) && canBeRead(namespace);
});

/** The namespace an object makes others fill at run time. */
function opened(object: ManifestObject): string | undefined {
  if (object.kind === 'Application' && groupOf(object.apiVersion) === 'argoproj.io') {
    return specOf<{ destination: { namespace?: string } }>(object).destination?.namespace;
  }
  return isInert(groupOf(object.apiVersion), object.kind) ? undefined : object.metadata.namespace;
}

const INERT_GROUPS = new Set([
  ...['', 'apps', 'batch', 'autoscaling', 'policy', 'argoproj.io', 'karpenter.sh'],
  ...['external-secrets.io', 'cert-manager.io', 'bitnami.com', 'kyverno.io'],
]);

const INERT_KINDS = new Set([
  ...['ServiceMonitor', 'PodMonitor', 'PrometheusRule', 'AlertmanagerConfig', 'Probe', 'ScrapeConfig'],
  ...['ScaledObject', 'TriggerAuthentication', 'HTTPRoute', 'GRPCRoute', 'ReferenceGrant'],
]);

/** Kinds whose controllers create nothing that manifests refer to, besides the Secrets that are counted. */
function isInert(group: string, kind: string): boolean {
  if (group === 'gateway.networking.k8s.io') return INERT_KINDS.has(kind);
  return (
    INERT_GROUPS.has(group) ||
    INERT_KINDS.has(kind) ||
    group.endsWith('.k8s.io') ||
    group.endsWith('.istio.io') ||
    group.endsWith('.services.k8s.aws')
  );
}
