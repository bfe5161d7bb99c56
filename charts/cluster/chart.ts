import type { Concern } from '../concern.ts';
import { deployerRulesIn } from './deployer-rules.ts';
import { limitRange } from './limit-range.ts';
import { namespace } from './namespace.ts';
import { priorityClass } from './priority-class.ts';
import { resourceQuota } from './resource-quota.ts';
import { role } from './role.ts';
import { VIEWER_RULES } from './viewer-rules.ts';

/** What a platform needs of its cluster before anything runs: its namespaces, their bounds, and the roles of people. */
export const cluster: Concern = {
  name: 'cluster',
  summary: 'Namespace, ResourceQuota, LimitRange, PriorityClass, Role and RoleBinding',
  perEnvironment: (scope, environment) => {
    const { access, ownedNamespaces, priorities } = environment;
    for (const owned of ownedNamespaces) namespace(scope, owned, environment);
    for (const priority of priorities) priorityClass(scope, priority);
    for (const owned of ownedNamespaces) {
      resourceQuota(scope, owned);
      limitRange(scope, owned);
      role(scope, owned.name, 'deployer', deployerRulesIn(owned, environment), access.deployer);
      role(scope, owned.name, 'viewer', VIEWER_RULES, access.viewer);
    }
  },
};
