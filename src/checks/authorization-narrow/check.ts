import type { Check } from '../check.ts';
import type { AuthorizationPolicySpec, AuthorizationRule, AuthorizationSource } from '../inventory/istio.ts';
import { specOf } from '../inventory/spec.ts';

export const authorizationNarrow: Check = {
  name: 'authorization-narrow',
  topic: 'mesh',
  severity: 'warning',
  summary:
    'No rule that allows is for every caller by accident: an empty rule, an empty source, or any identity.',
  why: 'Rules add up: one that matches everybody undoes all others of the same pods.',
  fix: 'Name the callers in `principals`. In the input they follow from `uses`. For paths that are for everybody leave `from` out and name them in `to`.',
  sources: ['https://istio.io/latest/docs/ops/best-practices/security/#use-default-deny-patterns'],
  examine: ({ ofKind }, tell) => {
    for (const policy of ofKind('AuthorizationPolicy', 'security.istio.io')) {
      const { action = 'ALLOW', rules = [] } = specOf<AuthorizationPolicySpec>(policy);
      if (action !== 'ALLOW') continue;
      rules.forEach((rule, index) => {
        const found = faultOf(rule);
        if (found)
          tell(policy, `spec.rules[${index}]`, `expected named callers or operations, found ${found}`);
      });
    }
  },
};

function faultOf({ from = [], to = [], when = [] }: AuthorizationRule): string | undefined {
  if (when.length > 0) return undefined;
  if (from.length === 0) return to.length === 0 ? 'a rule without any condition' : undefined;
  if (from.some(({ source = {} }) => Object.keys(source).length === 0)) return 'an empty source';
  return from.some(({ source = {} }) => isAnyIdentity(source)) ? 'the principal *' : undefined;
}

function isAnyIdentity(source: AuthorizationSource): boolean {
  return Object.keys(source).length === 1 && source.principals?.includes('*') === true;
}
