import type { Check } from '../check.ts';
import { isLegible } from '../inventory/whole-namespaces.ts';

export const namespaceHasQuota: Check = {
  name: 'namespace-has-quota',
  topic: 'resources',
  severity: 'warning',
  summary: 'Every namespace has a ResourceQuota.',
  why: 'A mistake in one namespace, such as an autoscaler that runs away, otherwise takes all nodes from the others.',
  fix: 'Write `quotas`; that of the services follows from their largest size when it is left out.',
  sources: ['https://kubernetes.io/docs/concepts/policy/resource-quotas/'],
  examine: (inventory, tell) => {
    const { ofKind } = inventory;
    const limited = new Set(ofKind('ResourceQuota', '').map(({ metadata }) => metadata.namespace));
    for (const namespace of ofKind('Namespace', '')) {
      const { name } = namespace.metadata;
      if (limited.has(name) || !isLegible(inventory)(name)) continue;
      tell(namespace, '', 'expected a ResourceQuota in the namespace, found none');
    }
  },
};
