import type { Check } from '../check.ts';
import { principalsOf } from '../inventory/principals.ts';
import { rendersWhole } from '../inventory/whole-namespaces.ts';

export const meshPrincipalKnown: Check = {
  name: 'mesh-principal-known',
  topic: 'mesh',
  severity: 'error',
  summary: 'Every identity that an AuthorizationPolicy names belongs to a ServiceAccount that exists.',
  why: 'The rule is about nobody: the caller it was written for gets 403, or a DENY rule denies nobody.',
  fix: 'Write `<trust domain>/ns/<namespace>/sa/<ServiceAccount>`. In the input, name the service in `uses` of its caller.',
  sources: ['https://istio.io/latest/docs/reference/config/security/authorization-policy/#Source'],
  examine: (inventory, tell) => {
    const isWhole = rendersWhole(inventory);
    for (const policy of inventory.ofKind('AuthorizationPolicy', 'security.istio.io')) {
      for (const { namespace, account, field } of principalsOf(inventory)(policy)) {
        if (
          !isWhole(namespace) ||
          account === 'default' ||
          inventory.find('ServiceAccount', namespace, account)
        )
          continue;
        tell(
          policy,
          field,
          `expected a ServiceAccount of ${namespace}, found ${account}, which is not rendered`,
        );
      }
    }
  },
};
