import { WATCHED_ADD_ONS, type WatchedAddOn, type WatchedAddOnName } from '../../../model/observability.ts';
import type { ObservabilityInput } from '../../schema/observability.ts';
import type { Scope } from '../scope.ts';

/**
 * The add-ons that are watched: those that what is rendered needs to work, and those that the input names. Reports a
 * namespace of one that is not watched.
 */
export function addOnsOf({ addOns: written }: ObservabilityInput, scope: Scope): readonly WatchedAddOn[] {
  const needed = neededIn(scope);
  return WATCHED_ADD_ONS.flatMap((name) => {
    const own = written[name];
    if (!own && !needed.has(name)) return [];
    if (own?.unwatched !== undefined) {
      reportPointless(name, own, needed, scope);
      return [];
    }
    return [{ name, namespace: own?.namespace ?? namespaceOf(name, scope) }];
  });
}

type Written = NonNullable<ObservabilityInput['addOns'][WatchedAddOnName]>;

function reportPointless(
  name: WatchedAddOnName,
  { namespace }: Written,
  needed: ReadonlySet<WatchedAddOnName>,
  { report }: Scope,
): void {
  const path = ['observability', 'addOns', name];
  if (!needed.has(name)) {
    report([...path, 'unwatched'], `nothing here needs ${name}, so it is not watched anyway`, {
      fix: `remove ${name}`,
    });
  } else if (namespace !== undefined) {
    report([...path, 'namespace'], 'means nothing beside `unwatched`', { fix: 'remove namespace' });
  }
}

/** Every cluster resolves names, and every environment restarts what reads secrets. */
function neededIn({ document, services }: Scope): ReadonlySet<WatchedAddOnName> {
  const all = [...services.values()];
  const needed = new Set<WatchedAddOnName>(['coredns', 'reloader']);
  if (document.secrets.store !== 'kubernetes') needed.add('external-secrets');
  const { ingress } = document;
  if (ingress) needed.add('external-dns');
  if (ingress?.alb || ingress?.albToMesh) {
    needed.add('aws-load-balancer-controller');
    // The chart of the load balancer controller takes its certificate from it.
    if (brings(document.delivery, 'cert-manager')) needed.add('cert-manager');
  }
  if (ingress?.gatewayApi?.gateway?.tls.issuer) needed.add('cert-manager');
  if (all.some(({ scaling }) => scaling?.requestsPerSecond !== undefined)) needed.add('keda');
  if (all.some(({ release }) => release && release.strategy !== 'rolling')) needed.add('argo-rollouts');
  if (document.backups) needed.add('velero');
  return needed;
}

function brings(delivery: Scope['document']['delivery'], name: 'cert-manager'): boolean {
  return delivery?.addOns !== undefined && delivery.addOns[name]?.provided !== true;
}

/** Where the charts put them, as the add-ons of Argo CD do. */
function namespaceOf(name: WatchedAddOnName, { document }: Scope): string {
  const { backups, delivery, namespaces, prometheus } = document;
  const elsewhere: Readonly<Partial<Record<WatchedAddOnName, string>>> = {
    'argo-cd': delivery?.argocd.namespace ?? 'argocd',
    'argo-rollouts': prometheus?.rolloutsNamespace,
    'aws-load-balancer-controller': 'kube-system',
    coredns: 'kube-system',
    'external-secrets': namespaces.externalSecrets,
    karpenter: 'kube-system',
    keda: prometheus?.kedaNamespace,
    velero: backups?.namespace,
  };
  return elsewhere[name] ?? name;
}
