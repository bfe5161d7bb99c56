import type { ExternalSecret, ExternalSecretData } from '../../imports/external-secrets.ts';
import type { Environment } from '../../src/model/environment.ts';
import type { Labels } from '../labels.ts';

type Spec = NonNullable<ConstructorParameters<typeof ExternalSecret>[1]['spec']>;

/** How a Secret is put together from the values that were read. */
export type SecretTemplate = NonNullable<NonNullable<Spec['target']>['template']>;

/**
 * A Secret of the given name, read again in every interval.
 * Fields that External Secrets has defaults for are written out, and so are the three of `remoteRef`: up to 2.8 the
 * API server adds them, which would read as a difference from what is committed.
 */
export function externalSecretSpec(
  name: string,
  data: readonly ExternalSecretData[],
  template: SecretTemplate | undefined,
  { platform, secrets }: Environment,
): Spec {
  return {
    refreshPolicy: 'Periodic',
    refreshInterval: secrets.refreshInterval,
    secretStoreRef: { name: platform, kind: 'SecretStore' },
    // Retain: a remote secret that cannot be found must not take away what pods start with.
    target: { name, creationPolicy: 'Owner', deletionPolicy: 'Retain', template },
    data,
  };
}

/** One value to read: a property of a remote secret that holds JSON. */
export function remoteValue(secretKey: string, key: string, property: string): ExternalSecretData {
  return {
    secretKey,
    remoteRef: {
      key,
      property,
      conversionStrategy: 'Default',
      decodingStrategy: 'None',
      metadataPolicy: 'None',
    },
  };
}

/**
 * Metadata of a Secret that has a template, labels sorted. External Secrets copies those of the ExternalSecret only
 * where there is no template.
 */
export function secretMetadata(labels: Labels): SecretTemplate['metadata'] {
  return { labels: Object.fromEntries(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1))) };
}
