import type { Construct } from 'constructs';
import { renderingOf } from '../../choices/ways-in/index.ts';
import { Namespace } from '../../imports/kubernetes.ts';
import type { Environment, Namespace as OwnedNamespace } from '../../src/model/environment.ts';

/**
 * A namespace that admits only restricted pods, or those that look at their node, and says who answers for it.
 * It goes only when a person confirms it: everything inside would go with it.
 */
export function namespace(scope: Construct, owned: OwnedNamespace, environment: Environment): void {
  // Pinned, so that an upgrade of the cluster does not change what is admitted. Sidecars pass `restricted` where
  // istio-cni is installed: without it their init container asks for NET_ADMIN.
  const version = `v1.${environment.cluster.kubernetesMinor}`;
  new Namespace(scope, {
    metadata: {
      name: owned.name,
      labels: {
        ...wayInLabels(owned, environment),
        ...(environment.mesh && { 'istio-injection': owned.injected ? 'enabled' : 'disabled' }),
        'pod-security.kubernetes.io/audit': owned.podSecurity,
        'pod-security.kubernetes.io/audit-version': version,
        'pod-security.kubernetes.io/enforce': owned.podSecurity,
        'pod-security.kubernetes.io/enforce-version': version,
        'pod-security.kubernetes.io/warn': owned.podSecurity,
        'pod-security.kubernetes.io/warn-version': version,
      },
      annotations: {
        // A preview goes with its pull request, and nobody would be there to confirm it.
        ...(environment.preview ? {} : CONFIRMED),
        ...(environment.preview && { 'charthouse.dev/preview-of': environment.preview.copyOf }),
        ...maintenance(environment),
        'charthouse.dev/owner': environment.owner,
      },
    },
  });
}

/** What the way in asks of the namespace whose pods it leads to. */
function wayInLabels(
  { name }: OwnedNamespace,
  { ingress, namespaces }: Environment,
): Readonly<Record<string, string>> | undefined {
  if (!ingress || name !== namespaces.services) return undefined;
  return renderingOf(ingress).namespaceLabels;
}

const CONFIRMED = { 'argocd.argoproj.io/sync-options': 'Prune=confirm,Delete=confirm' } as const;

/** For people who want to know whether they may disturb it: `kubectl describe namespace` shows it. */
function maintenance({ maintenance: window }: Environment): Readonly<Record<string, string>> {
  if (!window) return {};
  const { day, from, to, timeZone, noticeDays } = window;
  const annotations = { 'charthouse.dev/maintenance-window': `${day} ${from}-${to} ${timeZone}` };
  if (noticeDays === undefined) return annotations;
  return { 'charthouse.dev/maintenance-notice': `${noticeDays} days`, ...annotations };
}
