import type { IServiceSpec } from 'kubernetes-models/v1';
import type { Check } from '../check.ts';
import { namespaceOf, specOf } from '../inventory/spec.ts';
import { rendersWhole } from '../inventory/whole-namespaces.ts';

export const serviceSelectsPods: Check = {
  name: 'service-selects-pods',
  topic: 'references',
  severity: 'error',
  summary: 'The selector of every Service selects pods.',
  why: 'A Service without pods has no endpoints: every call to it is refused, and nothing says why.',
  fix: 'Let `spec.selector` name labels that the pod template has. Charthouse writes both from the service’s name: look for an edit of one.',
  sources: ['https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service'],
  examine: (inventory, tell) => {
    const isWhole = rendersWhole(inventory);
    for (const service of inventory.ofKind('Service', '')) {
      const { selector: matchLabels = {}, type } = specOf<IServiceSpec>(service);
      const namespace = namespaceOf(service);
      // Without a selector somebody else writes the endpoints.
      if (type === 'ExternalName' || Object.keys(matchLabels).length === 0 || !isWhole(namespace)) continue;
      if (inventory.selected(namespace, { matchLabels }).length === 0) {
        tell(
          service,
          'spec.selector',
          `expected labels of pods in ${namespace}, found none with ${labelsText(matchLabels)}`,
        );
      }
    }
  },
};

function labelsText(labels: Readonly<Record<string, string>>): string {
  return Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
}
