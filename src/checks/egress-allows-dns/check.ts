import type { Check } from '../check.ts';
import { isInjected } from '../inventory/injection.ts';
import { type Isolation, includesPort, isolations } from '../inventory/isolation.ts';
import { isLegible } from '../inventory/whole-namespaces.ts';

export const egressAllowsDns: Check = {
  name: 'egress-allows-dns',
  topic: 'network',
  severity: 'error',
  summary: 'Pods whose egress is restricted, but not forbidden, may ask DNS over UDP and TCP.',
  why: 'Without UDP no name resolves and every call fails. Without TCP only long answers fail, such as those of headless Services with many pods: it breaks when the platform grows.',
  fix: 'Allow port 53 over UDP and TCP to `k8s-app: kube-dns` in kube-system.',
  sources: ['https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/', 'RFC 7766'],
  examine: (inventory, tell) => {
    const isMeshed = isInjected(inventory);
    for (const [workload, isolation] of isolations(inventory)) {
      const { object, pod } = workload;
      if (pod.hostNetwork === true || pod.dnsPolicy === 'None' || !isLegible(inventory)(workload.namespace))
        continue;
      // Who may not call anybody needs no names, unless a sidecar has to find istiod.
      if (isolation.egress.length === 0 && !isMeshed(workload)) continue;
      const missing = missingProtocols(isolation);
      if (missing.length === 0) continue;
      tell(
        object,
        '',
        `expected NetworkPolicies that allow egress to port 53 over ${missing.join(' and ')}, found none`,
      );
    }
  },
};

function missingProtocols({ isEgressDenied, egress }: Isolation): readonly string[] {
  if (!isEgressDenied) return [];
  return ['UDP', 'TCP'].filter((protocol) => !egress.some(({ ports }) => includesPort(ports, 53, protocol)));
}
