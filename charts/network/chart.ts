import type { Concern } from '../concern.ts';
import { componentPolicies } from './component-policies.ts';
import { defaultDeny } from './default-deny.ts';
import { servicePolicy } from './service-policy.ts';

/** Who may talk to whom, packet by packet: nobody, then what the dependency graph has an edge for. */
export const network: Concern = {
  name: 'network',
  summary: 'NetworkPolicy: default deny per namespace, then one per service from the dependency graph',
  perEnvironment: (scope, environment) => {
    for (const { name } of environment.ownedNamespaces) defaultDeny(scope, name);
    // Those namespaces are the environment's that a preview is a copy of.
    if (!environment.preview) componentPolicies(scope, environment);
  },
  perService: servicePolicy,
};
