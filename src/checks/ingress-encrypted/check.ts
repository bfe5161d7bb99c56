import type { IIngressSpec } from 'kubernetes-models/networking.k8s.io/v1';
import type { ManifestObject } from '../../model/manifest.ts';
import type { Check } from '../check.ts';
import { specOf } from '../inventory/spec.ts';

export const ingressEncrypted: Check = {
  name: 'ingress-encrypted',
  topic: 'network',
  severity: 'warning',
  summary: 'Every Ingress serves HTTPS.',
  why: 'Passwords, cookies and tokens cross the network as plain text.',
  fix: 'Give the environment an `ingress.certificateArn`; or, for other controllers, `spec.tls`.',
  sources: ['https://kubernetes.io/docs/concepts/services-networking/ingress/#tls'],
  examine: ({ ofKind }, tell) => {
    for (const ingress of ofKind('Ingress', 'networking.k8s.io')) {
      if (isEncrypted(ingress)) continue;
      tell(
        ingress,
        'spec.tls',
        'expected a certificate, found neither spec.tls nor an annotation that asks for HTTPS',
      );
    }
  },
};

/** Controllers of clouds read it from annotations; any that speaks of certificates or HTTPS counts. */
function isEncrypted(ingress: ManifestObject): boolean {
  if (specOf<IIngressSpec>(ingress).tls?.length) return true;
  return Object.entries(ingress.metadata.annotations ?? {}).some(
    ([key, value]) => CERTIFICATE.test(key) || (key.endsWith('/listen-ports') && value.includes('HTTPS')),
  );
}

const CERTIFICATE = /certificate|-cert$|\/cluster-issuer$|\/issuer$|tls-acme$/;
