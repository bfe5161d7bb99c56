import type { Construct } from 'constructs';
import { ConfigMap } from '../../imports/kubernetes.ts';
import type { Environment } from '../../src/model/environment.ts';
import type { Preview } from '../../src/model/previews.ts';

/** Name of the ConfigMap; no service can have one with a dot. */
export const VERSION = 'preview.version';

/** The images that are previewed. Argo CD makes it anew when they change, so its age is that of the version. */
export function addVersion(scope: Construct, environment: Environment, preview: Preview): void {
  const previewed = environment.services.filter(({ name }) => preview.services.includes(name));
  new ConfigMap(scope, {
    metadata: {
      name: VERSION,
      namespace: environment.namespaces.services,
      // Replaced by deleting it: https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/#force-sync
      annotations: { 'argocd.argoproj.io/sync-options': 'Force=true,Replace=true' },
    },
    data: Object.fromEntries(previewed.map(({ name, image }) => [name, image.digest ?? image.tag ?? ''])),
  });
}
