import type { Check } from '../check.ts';
import { isLegible } from '../inventory/whole-namespaces.ts';

export const namespaceHasLimitRange: Check = {
  name: 'namespace-has-limit-range',
  topic: 'resources',
  severity: 'warning',
  summary: 'Every namespace has a LimitRange.',
  why: 'Injected and hand-made containers without requests count as nothing for the scheduler; under a ResourceQuota they are refused.',
  fix: 'Add a LimitRange with `defaultRequest` and a default memory limit. Charts do so.',
  sources: ['https://kubernetes.io/docs/concepts/policy/limit-range/'],
  examine: (inventory, tell) => {
    const { ofKind } = inventory;
    const limited = new Set(ofKind('LimitRange', '').map(({ metadata }) => metadata.namespace));
    for (const namespace of ofKind('Namespace', '')) {
      const { name } = namespace.metadata;
      if (limited.has(name) || !isLegible(inventory)(name)) continue;
      tell(namespace, '', 'expected a LimitRange in the namespace, found none');
    }
  },
};
