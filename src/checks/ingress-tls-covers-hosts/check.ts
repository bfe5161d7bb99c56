import type { IIngressSpec } from 'kubernetes-models/networking.k8s.io/v1';
import type { Check } from '../check.ts';
import { listed, specOf } from '../inventory/spec.ts';

export const ingressTlsCoversHosts: Check = {
  name: 'ingress-tls-covers-hosts',
  topic: 'network',
  severity: 'warning',
  summary: 'Where an Ingress names hosts of its certificates, every host of its rules is among them.',
  why: 'For the other hosts the controller answers with its own certificate, which browsers refuse, or in plain HTTP.',
  fix: 'Add the host to `spec.tls[].hosts`, and to the certificate.',
  sources: ['https://kubernetes.io/docs/concepts/services-networking/ingress/#tls'],
  examine: ({ ofKind }, tell) => {
    for (const ingress of ofKind('Ingress', 'networking.k8s.io')) {
      const { tls = [], rules = [] } = specOf<IIngressSpec>(ingress);
      // An entry without hosts stands for all of them.
      if (tls.length === 0 || tls.some(({ hosts = [] }) => hosts.length === 0)) continue;
      const covered = new Set(tls.flatMap(({ hosts = [] }) => hosts));
      rules.forEach(({ host }, index) => {
        if (host === undefined || covered.has(host) || covered.has(host.replace(FIRST_LABEL, '*.'))) return;
        tell(
          ingress,
          `spec.rules[${index}].host`,
          `expected a host of spec.tls (${listed(covered)}), found ${host}`,
        );
      });
    }
  },
};

const FIRST_LABEL = /^[^.]+\./;
