import { isForDeployers } from '../../src/access/deployer-rules.ts';
import { type NamespaceRights, whoMay } from '../../src/access/who-may.ts';
import type { Environment } from '../../src/model/environment.ts';

/** What stands in a step where a command needs more than everybody of the platform has. */
export const RUNNERS = {
  viewer: '',
  deployer: ' (deployers)',
  'cluster administrator': ' (cluster administrators)',
} as const;

/** Says behind each `kubectl` command of a step who may run it, unless everybody who may look may. */
export function withRunners(step: string, rightsIn: (namespace: string) => NamespaceRights): string {
  return step.replace(
    /`(kubectl [^`]*)`/g,
    (code, line: string) => `${code}${RUNNERS[whoMay(line, rightsIn)]}`,
  );
}

/** What people of a platform hold in the namespaces that runbooks name, by name or by what stands for it. */
export function namespaceRights(
  environments: readonly Environment[],
): (namespace: string) => NamespaceRights {
  const owned = environments.flatMap((environment) =>
    environment.ownedNamespaces.map(({ name }) => [name, environment] as const),
  );
  const deployed = owned.filter(([name, environment]) => isForDeployers(name, environment));
  const drills = environments.flatMap(({ backups }) => (backups?.drill ? [backups.drill.namespace] : []));
  const rights = new Map<string, NamespaceRights>([
    ...[...owned.map(([name]) => name), ...drills, ...GATEWAY].map((name) => [name, 'seen'] as const),
    ...[...deployed.map(([name]) => name), ...OURS].map((name) => [name, 'deployed'] as const),
  ]);
  return (namespace) => rights.get(namespace) ?? 'of others';
}

/** Words of runbooks for namespaces of the platform. */
const OURS = ['<namespace>', '<monitoring>', '<node agents>'];

/** Words for the namespace of the mesh gateway, which holds the platform's Ingress and Gateway. */
const GATEWAY = ['<gateway>', '<gateway namespace>'];
