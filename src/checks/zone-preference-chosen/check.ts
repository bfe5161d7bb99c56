import type { ManifestObject } from '../../model/manifest.ts';
import type { Check } from '../check.ts';
import type { DestinationRuleSpec, TrafficPolicy } from '../inventory/istio.ts';
import { specOf } from '../inventory/spec.ts';

export const zonePreferenceChosen: Check = {
  name: 'zone-preference-chosen',
  topic: 'mesh',
  severity: 'warning',
  summary: 'Every traffic policy with outlier detection says whether callers prefer pods of their own zone.',
  why: 'Outlier detection alone turns the preference on: requests stay in the zone of the caller, so a gateway with pods in two zones leaves those of the third idle while others are overloaded.',
  fix: 'Write `loadBalancer.localityLbSetting.enabled`. In the input: `services.NAME.zones`.',
  sources: [
    'https://istio.io/latest/docs/tasks/traffic-management/locality-load-balancing/',
    'https://istio.io/latest/docs/reference/config/networking/destination-rule/#LocalityLoadBalancerSetting',
  ],
  examine: ({ ofKind }, tell) => {
    for (const rule of ofKind('DestinationRule', 'networking.istio.io')) {
      const top = specOf<DestinationRuleSpec>(rule).trafficPolicy ?? {};
      for (const { policy, field } of policiesOf(rule)) {
        // A part of its own replaces that of the rule, and what it leaves out is taken from there.
        const { outlierDetection = top.outlierDetection, loadBalancer = top.loadBalancer } = policy;
        if (!outlierDetection || loadBalancer?.localityLbSetting || loadBalancer?.consistentHash) continue;
        tell(
          rule,
          `${field}.loadBalancer.localityLbSetting`,
          'expected whether callers prefer their zone, found nothing',
        );
      }
    }
  },
};

function policiesOf(
  rule: ManifestObject,
): readonly { readonly policy: TrafficPolicy; readonly field: string }[] {
  const { trafficPolicy, subsets = [] } = specOf<DestinationRuleSpec>(rule);
  const own = subsets.flatMap(({ name, trafficPolicy: policy }) =>
    policy ? [{ policy, field: `spec.subsets[${name}].trafficPolicy` }] : [],
  );
  return trafficPolicy ? [{ policy: trafficPolicy, field: 'spec.trafficPolicy' }, ...own] : own;
}
