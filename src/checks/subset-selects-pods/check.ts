import type { IServiceSpec } from 'kubernetes-models/v1';
import type { ManifestObject } from '../../model/manifest.ts';
import type { Check } from '../check.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { DestinationRuleSpec } from '../inventory/istio.ts';
import { localName } from '../inventory/mesh-hosts.ts';
import { selects } from '../inventory/selector.ts';
import { namespaceOf, specOf } from '../inventory/spec.ts';
import { rendersWhole } from '../inventory/whole-namespaces.ts';
import type { Workload } from '../inventory/workload.ts';

export const subsetSelectsPods: Check = {
  name: 'subset-selects-pods',
  topic: 'mesh',
  severity: 'error',
  summary: 'Every subset of a DestinationRule selects pods of its Service.',
  why: 'A subset without pods has no endpoints: requests routed to it get 503.',
  fix: 'Let the subset have labels of the pod template. In the input, remove the variant in `services.NAME.variants`, or give it an image.',
  sources: ['https://istio.io/latest/docs/reference/config/networking/destination-rule/#Subset'],
  examine: (inventory, tell) => {
    for (const rule of inventory.ofKind('DestinationRule', 'networking.istio.io')) {
      const pods = podsBehind(inventory, rule);
      if (!pods) continue;
      for (const { name, labels = {} } of specOf<DestinationRuleSpec>(rule).subsets ?? []) {
        if (pods.some(({ podLabels }) => selects({ matchLabels: labels }, podLabels))) continue;
        tell(
          rule,
          `spec.subsets[${name}].labels`,
          'expected labels of pods of the Service, found none that have them',
        );
      }
    }
  },
};

/** The pods of the Service a rule is about, where all of them are known. */
function podsBehind(inventory: Inventory, rule: ManifestObject): readonly Workload[] | undefined {
  const local = localName(specOf<DestinationRuleSpec>(rule).host ?? '', namespaceOf(rule));
  if (!local || !rendersWhole(inventory)(local.namespace)) return undefined;
  const service = inventory.find('Service', local.namespace, local.name);
  const matchLabels = service && specOf<IServiceSpec>(service).selector;
  const pods = matchLabels && inventory.selected(local.namespace, { matchLabels });
  // A Rollout writes labels of its own into subsets and pods; a Service without pods is told by another check.
  return pods?.length && !pods.some(({ kind }) => kind === 'Rollout') ? pods : undefined;
}
