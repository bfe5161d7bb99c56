import type { ManifestObject } from '../../model/manifest.ts';
import type { Check } from '../check.ts';
import { namespaceOf, specOf } from '../inventory/spec.ts';
import { rendersWhole } from '../inventory/whole-namespaces.ts';
import type { Labels } from '../inventory/workload.ts';

export const meshPolicySelectsPods: Check = {
  name: 'mesh-policy-selects-pods',
  topic: 'mesh',
  severity: 'error',
  summary: 'The selector of every Istio policy, Sidecar and EnvoyFilter selects pods.',
  why: 'The policy is accepted and applies to nothing: callers are refused, tokens are not checked, limits do not hold.',
  fix: 'Let the selector have labels of the pod template.',
  sources: ['https://istio.io/latest/docs/reference/config/analysis/ist0127/'],
  examine: (inventory, tell) => {
    const isWhole = rendersWhole(inventory);
    for (const object of KINDS.flatMap((kind) => inventory.ofKind(kind))) {
      const { labels, field } = selectorOf(object);
      const namespace = namespaceOf(object);
      if (Object.keys(labels).length === 0 || !isWhole(namespace)) continue;
      if (inventory.selected(namespace, { matchLabels: labels }).length > 0) continue;
      tell(object, field, `expected labels of pods in ${namespace}, found none that have them`);
    }
  },
};

const KINDS = [
  ...[
    'AuthorizationPolicy',
    'PeerAuthentication',
    'RequestAuthentication',
    'Telemetry',
    'WasmPlugin',
    'ProxyConfig',
  ],
  ...['Sidecar', 'EnvoyFilter', 'DestinationRule'],
];

interface SelectingSpec {
  readonly selector: { readonly matchLabels?: Labels };
  readonly workloadSelector: { readonly labels?: Labels; readonly matchLabels?: Labels };
}

function selectorOf(object: ManifestObject): { readonly labels: Labels; readonly field: string } {
  const { selector, workloadSelector } = specOf<SelectingSpec>(object);
  if (!workloadSelector) return { labels: selector?.matchLabels ?? {}, field: 'spec.selector.matchLabels' };
  const { labels, matchLabels = {} } = workloadSelector;
  return {
    labels: labels ?? matchLabels,
    field: `spec.workloadSelector.${labels ? 'labels' : 'matchLabels'}`,
  };
}
