import type { IServiceSpec } from 'kubernetes-models/v1';
import type { ManifestObject } from '../../model/manifest.ts';
import type { Check } from '../check.ts';
import { isInjected } from '../inventory/injection.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { DestinationRuleSpec, TrafficPolicy } from '../inventory/istio.ts';
import { strictNamespaces } from '../inventory/mesh-authentication.ts';
import { localName } from '../inventory/mesh-hosts.ts';
import { namespaceOf, specOf } from '../inventory/spec.ts';

export const meshTlsAgrees: Check = {
  name: 'mesh-tls-agrees',
  topic: 'mesh',
  severity: 'error',
  summary: 'No DestinationRule turns mutual TLS off towards pods that take nothing else.',
  why: 'The sidecar of the called pod refuses the connection, and the caller sees 503 with `upstream connect error`.',
  fix: 'Leave `trafficPolicy.tls` out: Istio then uses mutual TLS where both sides have a sidecar.',
  sources: ['https://istio.io/latest/docs/ops/configuration/traffic-management/tls-configuration/#sidecars'],
  examine: (inventory, tell) => {
    for (const rule of inventory.ofKind('DestinationRule', 'networking.istio.io')) {
      const wrong = modesOf(rule).filter(({ mode }) => mode !== 'ISTIO_MUTUAL');
      if (wrong.length === 0 || !takesOnlyMtls(inventory, rule)) continue;
      for (const { mode, field } of wrong) {
        tell(
          rule,
          field,
          `expected ISTIO_MUTUAL or nothing, as the pods take only mutual TLS; found ${mode}`,
        );
      }
    }
  },
};

function modesOf(rule: ManifestObject) {
  const { trafficPolicy, subsets = [] } = specOf<DestinationRuleSpec>(rule);
  return [
    ...modesIn(trafficPolicy, 'spec.trafficPolicy'),
    ...subsets.flatMap((subset) =>
      modesIn(subset.trafficPolicy, `spec.subsets[${subset.name}].trafficPolicy`),
    ),
  ];
}

function modesIn({ tls, portLevelSettings = [] }: TrafficPolicy = {}, field: string) {
  const own = { mode: tls?.mode, field: `${field}.tls.mode` };
  const ports = portLevelSettings.map((setting, index) => ({
    mode: setting.tls?.mode,
    field: `${field}.portLevelSettings[${index}].tls.mode`,
  }));
  return [own, ...ports].filter(({ mode }) => mode !== undefined);
}

/** Every pod of the host has a sidecar, in a namespace that is STRICT without exceptions. */
function takesOnlyMtls(inventory: Inventory, rule: ManifestObject): boolean {
  const local = localName(specOf<DestinationRuleSpec>(rule).host ?? '', namespaceOf(rule));
  const service = local && inventory.find('Service', local.namespace, local.name);
  const matchLabels = service && specOf<IServiceSpec>(service).selector;
  if (!matchLabels || !strictNamespaces(inventory).has(local.namespace)) return false;
  const workloads = inventory.selected(local.namespace, { matchLabels });
  return workloads.length > 0 && workloads.every(isInjected(inventory));
}
