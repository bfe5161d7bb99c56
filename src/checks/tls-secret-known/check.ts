import type { IIngressSpec } from 'kubernetes-models/networking.k8s.io/v1';
import type { ManifestObject } from '../../model/manifest.ts';
import type { Check } from '../check.ts';
import type { GatewaySpec } from '../inventory/istio.ts';
import { keysTogether, type ProducedSecret, producedSecrets } from '../inventory/produced-secrets.ts';
import { namespaceOf, specOf } from '../inventory/spec.ts';
import { isLegible } from '../inventory/whole-namespaces.ts';

export const tlsSecretKnown: Check = {
  name: 'tls-secret-known',
  topic: 'references',
  severity: 'error',
  summary:
    'The certificates of Gateways and Ingresses are produced in their namespace, with `tls.crt` and `tls.key`.',
  why: 'The listener has no certificate: TLS handshakes fail, or a controller answers with a certificate of its own.',
  fix: 'Let `credentialName` (`secretName` of an Ingress) name the target of an ExternalSecret or Certificate in the same namespace; Charthouse makes one from `ingress.gatewayCertificate`.',
  sources: ['https://istio.io/latest/docs/tasks/traffic-management/ingress/secure-ingress/'],
  examine: (inventory, tell) => {
    const secrets = producedSecrets(inventory);
    const references = [
      ...inventory.ofKind('Gateway', 'networking.istio.io').flatMap(gatewaySecrets),
      ...inventory.ofKind('Ingress', 'networking.k8s.io').flatMap(ingressSecrets),
    ];
    const namespaces = withUnusedCertificate(secrets, references);
    for (const { object, name, field } of references) {
      const namespace = namespaceOf(object);
      const isKnown = isLegible(inventory)(namespace) || namespaces.has(namespace);
      const fault = faultOf(secrets.get(`${namespace}/${name}`), isKnown);
      if (fault)
        tell(
          object,
          field,
          `expected a Secret of ${namespace} with tls.crt and tls.key, found ${name}, ${fault}`,
        );
    }
  },
};

interface Reference {
  readonly object: ManifestObject;
  readonly name: string;
  readonly field: string;
}

function gatewaySecrets(object: ManifestObject): readonly Reference[] {
  return (specOf<GatewaySpec>(object).servers ?? []).flatMap(({ port, tls }) => {
    // Mutual TLS may split the certificate over two Secrets.
    const name = tls?.credentialName;
    if (name === undefined || name.includes('://') || tls?.mode === 'MUTUAL') return [];
    return [{ object, name, field: `spec.servers[${port.name}].tls.credentialName` }];
  });
}

function ingressSecrets(object: ManifestObject): readonly Reference[] {
  return (specOf<IIngressSpec>(object).tls ?? []).flatMap(({ secretName }, index) =>
    secretName ? [{ object, name: secretName, field: `spec.tls[${index}].secretName` }] : [],
  );
}

/**
 * Namespaces where a certificate is produced that nothing uses. Of a namespace that is not ours it is not known what
 * others put there; but who has a certificate made there and then names another has misspelt one of the two.
 */
function withUnusedCertificate(
  secrets: ReturnType<typeof producedSecrets>,
  references: readonly Reference[],
): ReadonlySet<string> {
  const used = new Set(references.map(({ object, name }) => `${namespaceOf(object)}/${name}`));
  const unused = [...secrets].filter(
    ([key, producers]) => !used.has(key) && producers.some(({ type }) => type === 'kubernetes.io/tls'),
  );
  return new Set(unused.map(([key]) => key.slice(0, key.indexOf('/'))));
}

function faultOf(producers: readonly ProducedSecret[] | undefined, isKnown: boolean): string | undefined {
  if (!producers) return isKnown ? 'which nothing produces' : undefined;
  const keys = keysTogether(producers);
  // Istio reads generic Secrets too, with other keys.
  if (!keys || keys.has('cert')) return undefined;
  const missing = ['tls.crt', 'tls.key'].filter((key) => !keys.has(key));
  return missing.length > 0 ? `without ${missing.join(' and ')}` : undefined;
}
