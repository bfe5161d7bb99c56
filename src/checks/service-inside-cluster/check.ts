import type { IServiceSpec } from 'kubernetes-models/v1';
import type { Check } from '../check.ts';
import type { GatewaySpec } from '../inventory/istio.ts';
import { selects } from '../inventory/selector.ts';
import { listed, specOf } from '../inventory/spec.ts';

export const serviceInsideCluster: Check = {
  name: 'service-inside-cluster',
  topic: 'network',
  severity: 'warning',
  summary:
    'No Service is reachable from outside past the gateway: no NodePort, load balancer or external address.',
  why: 'Requests arrive without the gateway’s TLS, tokens, rate limits and logs; whoever may set `externalIPs` can take over traffic of others (CVE-2020-8554).',
  fix: 'Use `services.NAME.expose`, which routes through the gateway, and `type: ClusterIP`.',
  sources: ['https://kubernetes.io/docs/concepts/services-networking/service/#external-ips'],
  examine: ({ ofKind }, tell) => {
    const gateways = ofKind('Gateway', 'networking.istio.io')
      .map((gateway) => specOf<GatewaySpec>(gateway).selector ?? {})
      .filter((labels) => Object.keys(labels).length > 0);
    for (const service of ofKind('Service', '')) {
      const { type, externalIPs = [], selector = {} } = specOf<IServiceSpec>(service);
      const isGateway = gateways.some((matchLabels) => selects({ matchLabels }, selector));
      if ((type === 'NodePort' || type === 'LoadBalancer') && !isGateway) {
        tell(service, 'spec.type', `expected ClusterIP, found ${type}`);
      }
      if (externalIPs.length > 0)
        tell(service, 'spec.externalIPs', `expected none, found ${listed(externalIPs)}`);
    }
  },
};
