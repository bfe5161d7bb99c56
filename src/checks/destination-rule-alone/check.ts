import type { ManifestObject } from '../../model/manifest.ts';
import type { Check } from '../check.ts';
import type { DestinationRuleSpec } from '../inventory/istio.ts';
import { destinationRules } from '../inventory/mesh-routes.ts';
import { namespaceOf, specOf } from '../inventory/spec.ts';

export const destinationRuleAlone: Check = {
  name: 'destination-rule-alone',
  topic: 'mesh',
  severity: 'error',
  summary:
    'No two DestinationRules of a namespace have a traffic policy, or a subset of one name, for one host.',
  why: 'Istio keeps the traffic policy and the subsets of the older rule and drops those of the other without a word.',
  fix: 'Write one DestinationRule per host.',
  sources: ['https://istio.io/latest/docs/ops/best-practices/traffic-management/#split-virtual-services'],
  examine: (inventory, tell) => {
    for (const [host, rules] of destinationRules(inventory)) {
      const first = new Map<string, string>();
      for (const { rule, key, field } of rules.flatMap(partsOf)) {
        const other = first.get(key) ?? rule.metadata.name;
        first.set(key, other);
        if (other === rule.metadata.name) continue;
        tell(rule, field, `expected the only DestinationRule with it for ${host}, found also ${other}`);
      }
    }
  },
};

/** What only one rule per host, namespace and selected clients can have. */
function partsOf(rule: ManifestObject) {
  const { trafficPolicy, subsets = [], workloadSelector } = specOf<DestinationRuleSpec>(rule);
  const scope = `${namespaceOf(rule)}\n${JSON.stringify(workloadSelector ?? {})}`;
  const parts = subsets.map(({ name }) => ({
    rule,
    key: `${scope}\n${name}`,
    field: `spec.subsets[${name}]`,
  }));
  return trafficPolicy ? [{ rule, key: scope, field: 'spec.trafficPolicy' }, ...parts] : parts;
}
