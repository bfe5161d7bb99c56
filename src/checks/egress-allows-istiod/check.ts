import type { INetworkPolicyPeer } from 'kubernetes-models/networking.k8s.io/v1';
import type { Check } from '../check.ts';
import { isInjected } from '../inventory/injection.ts';
import { includesPort, isolations } from '../inventory/isolation.ts';
import { isLegible } from '../inventory/whole-namespaces.ts';

export const egressAllowsIstiod: Check = {
  name: 'egress-allows-istiod',
  topic: 'mesh',
  severity: 'error',
  summary: 'Pods with a sidecar whose egress is restricted may reach istiod on port 15012.',
  why: 'The sidecar gets neither certificate nor configuration, is never ready, and so the pod never is.',
  fix: 'Allow TCP 15012 to the pods `app: istiod` of the control plane’s namespace.',
  sources: ['https://istio.io/latest/docs/ops/deployment/application-requirements/#ports-used-by-istio'],
  examine: (inventory, tell) => {
    const isMeshed = isInjected(inventory);
    for (const [workload, { isEgressDenied, egress }] of isolations(inventory)) {
      if (!isEgressDenied || !isMeshed(workload) || !isLegible(inventory)(workload.namespace)) continue;
      if (egress.some(({ to, ports }) => includesPort(ports, 15012, 'TCP') && mayLeaveNamespace(to)))
        continue;
      tell(
        workload.object,
        '',
        'expected NetworkPolicies that allow egress to istiod on TCP 15012, found none',
      );
    }
  },
};

function mayLeaveNamespace(to: readonly INetworkPolicyPeer[] | undefined): boolean {
  if (!to || to.length === 0) return true;
  return to.some(
    ({ ipBlock, namespaceSelector }) => ipBlock !== undefined || namespaceSelector !== undefined,
  );
}
