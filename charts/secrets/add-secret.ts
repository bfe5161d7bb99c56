import type { Construct } from 'constructs';
import { ExternalSecret, type ExternalSecretData } from '../../imports/external-secrets.ts';
import type { Environment } from '../../src/model/environment.ts';
import type { Labels } from '../labels.ts';

type Spec = NonNullable<ConstructorParameters<typeof ExternalSecret>[1]['spec']>;

type Given = NonNullable<ConstructorParameters<typeof ExternalSecret>[1]['metadata']>;

/** Where a Secret is to be. */
type SecretMetadata = Given & { readonly name: string };

/** How a Secret is put together from the values that were read. */
export type SecretTemplate = NonNullable<NonNullable<Spec['target']>['template']>;

/** What a Secret is made of: the values that are read, and how they are put together. */
export interface SecretContent {
  readonly data: readonly ExternalSecretData[];
  readonly template?: SecretTemplate | undefined;
}

/**
 * Has the Secret of the metadata's name made, read again in every interval; nothing where somebody else makes Secrets.
 * Fields that External Secrets has defaults for are written out, and so are the three of `remoteRef`: up to 2.8 the
 * API server adds them, which would read as a difference from what is committed.
 */
export function addSecret(
  scope: Construct,
  metadata: SecretMetadata,
  { data, template }: SecretContent,
  { platform, secrets }: Environment,
): void {
  if (secrets.store === 'kubernetes') return;
  const { name } = metadata;
  new ExternalSecret(scope, {
    metadata,
    spec: {
      refreshPolicy: 'Periodic',
      refreshInterval: secrets.refreshInterval,
      secretStoreRef: { name: platform, kind: 'SecretStore' },
      // Retain: a remote secret that cannot be found must not take away what pods start with.
      target: { name, creationPolicy: 'Owner', deletionPolicy: 'Retain', template },
      data,
    },
  });
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
