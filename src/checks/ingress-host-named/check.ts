import type { IIngressSpec } from 'kubernetes-models/networking.k8s.io/v1';
import type { Check } from '../check.ts';
import { specOf } from '../inventory/spec.ts';

export const ingressHostNamed: Check = {
  name: 'ingress-host-named',
  topic: 'network',
  severity: 'warning',
  summary: 'Every rule of an Ingress names a host, or all hosts of a domain kept for that.',
  why: 'A rule for all hosts, or all of a domain that others have hosts in, takes requests meant for others on the same load balancer, and answers any name that points at it.',
  fix: 'Write the host: `services.NAME.expose.host` in the input.',
  sources: ['https://kubernetes.io/docs/concepts/services-networking/ingress/#hostname-wildcards'],
  examine: ({ ofKind }, tell) => {
    for (const ingress of ofKind('Ingress', 'networking.k8s.io')) {
      specOf<IIngressSpec>(ingress).rules?.forEach(({ host }, index) => {
        if (isNamed(host ?? '')) return;
        tell(
          ingress,
          `spec.rules[${index}].host`,
          `expected one host, or *. and a domain of three names, found ${host || 'none, which is all of them'}`,
        );
      });
    }
  },
};

/** `*.previews.shop.example` is a domain of its own; `*.shop.example` has every other host of the shop in it. */
function isNamed(host: string): boolean {
  return host !== '' && (!host.startsWith('*') || host.split('.').length > 3);
}
