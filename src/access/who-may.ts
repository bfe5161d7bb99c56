import { DEPLOYER_RULES } from './deployer-rules.ts';
import { kubectlNeeds } from './kubectl-needs.ts';
import { grants, type Right, type Rule } from './rule.ts';
import { CLUSTER_VIEWER_RULES, VIEWER_RULES } from './viewer-rules.ts';

/** Who may run a command: everybody of the platform, its deployers, or only who runs the cluster. */
export type Runner = 'viewer' | 'deployer' | 'cluster administrator';

/** What deployers and viewers hold in a namespace. */
export type NamespaceRights = 'deployed' | 'seen' | 'of others';

/** Who may run a `kubectl` command; `rightsIn` says what the platform's people hold in the namespace it names. */
export function whoMay(line: string, rightsIn: (namespace: string) => NamespaceRights): Runner {
  const { rights, namespace } = kubectlNeeds(line);
  const held = namespace === undefined ? 'of others' : rightsIn(namespace);
  const viewing = held === 'of others' ? CLUSTER_VIEWER_RULES : [...VIEWER_RULES, ...CLUSTER_VIEWER_RULES];
  if (holdsAll(viewing, rights)) return 'viewer';
  if (held === 'deployed' && holdsAll([...viewing, ...DEPLOYER_RULES], rights)) return 'deployer';
  return 'cluster administrator';
}

function holdsAll(rules: readonly Rule[], rights: readonly Right[]): boolean {
  // Events of an object that is in no namespace are in `default`: without them `describe` shows the rest.
  return rights.every((right) => isOptional(right) || grants(rules, right));
}

function isOptional({ group, resource, verb }: Right): boolean {
  return group === '' && resource === 'events' && verb === 'list';
}
