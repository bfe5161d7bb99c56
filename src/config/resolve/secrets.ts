import type { PlainSecrets, Secrets } from '../../model/secrets.ts';
import { nearest } from '../../words/nearest.ts';
import { goDuration } from '../duration.ts';
import type { DocumentInput } from '../schema/document.ts';
import { networkRange } from './network-range.ts';
import type { Scope } from './scope.ts';

type SecretsInput = DocumentInput['secrets'];
type InputOf<Store extends SecretsInput['store']> = Extract<SecretsInput, { readonly store: Store }>;

const PLAIN: PlainSecrets = { store: 'kubernetes' };

/** Where secrets come from. Reports a store that the cluster's cloud has not, and what its store needs and nobody said. */
export function secretsOf(scope: Pick<Scope, 'document' | 'report'>): Secrets {
  const { secrets: written } = scope.document;
  switch (written.store) {
    case 'aws-secrets-manager':
    case 'aws-parameter-store':
      return awsSecrets(written, scope);
    case 'google-secret-manager':
      return googleSecrets(written, scope);
    case 'azure-key-vault':
      return azureSecrets(written, scope);
    case 'vault':
      return vaultSecrets(written, scope);
    case 'kubernetes':
      return PLAIN;
  }
}

type Told = Pick<Scope, 'document' | 'report'>;

function awsSecrets(
  { store, roleArn, refresh }: InputOf<'aws-secrets-manager' | 'aws-parameter-store'>,
  told: Told,
): Secrets {
  const { cluster } = told.document;
  if (cluster.cloud !== 'aws') return elsewhere(store, 'aws', told);
  return { store, region: cluster.region, roleArn, refreshInterval: intervalOf(refresh) };
}

function googleSecrets(written: InputOf<'google-secret-manager'>, told: Told): Secrets {
  const { cluster } = told.document;
  const { store, serviceAccount, refresh } = written;
  if (cluster.cloud !== 'gcp') return elsewhere(store, 'gcp', told);
  const { name, project, region, location = region } = cluster;
  return {
    store,
    serviceAccount,
    project: written.project ?? project,
    cluster: { project, location, name },
    refreshInterval: intervalOf(refresh),
  };
}

function azureSecrets(written: InputOf<'azure-key-vault'>, told: Told): Secrets {
  const { cluster } = told.document;
  const { store, vaultUrl, clientId, refresh } = written;
  if (cluster.cloud !== 'azure') return elsewhere(store, 'azure', told);
  return { store, vaultUrl, clientId, tenant: cluster.tenant, refreshInterval: intervalOf(refresh) };
}

function vaultSecrets(written: InputOf<'vault'>, { document, report }: Told): Secrets {
  const { store, server, path, mount, role, authority, network, refresh } = written;
  const port = new URL(server).port;
  return {
    store,
    server,
    port: port === '' ? 443 : Number(port),
    network: networkRange(network, document, { by: ['secrets'], report }),
    path,
    mount,
    role,
    authority: authority === undefined ? undefined : authorityNamed(authority, { document, report }),
    refreshInterval: intervalOf(refresh),
  };
}

function authorityNamed(
  name: string,
  { document, report }: Told,
): { configMap: string; key: string } | undefined {
  const known = document.authorities[name];
  if (known) return known;
  const guess = nearest(name, Object.keys(document.authorities));
  const fix = guess ? `write \`${guess}\`` : `declare it: authorities: {${name}: {configMap: ...}}`;
  report(['secrets', 'authority'], `no authority is named \`${name}\``, { fix });
  return undefined;
}

/** The stores of clouds know service accounts of clusters there alone. */
function elsewhere(store: SecretsInput['store'], cloud: string, { document, report }: Told): PlainSecrets {
  const own = STORES_IN[document.cluster.cloud];
  const message = `${store} knows the service accounts of clusters of ${cloud}, and this one is of \`cloud: ${document.cluster.cloud}\``;
  report(['secrets', 'store'], message, { fix: `write store: ${own}` });
  return PLAIN;
}

const STORES_IN: Readonly<Record<DocumentInput['cluster']['cloud'], string>> = {
  aws: 'aws-secrets-manager, or vault',
  gcp: 'google-secret-manager, or vault',
  azure: 'azure-key-vault, or vault',
  none: 'vault, or kubernetes for Secrets that somebody else makes',
};

function intervalOf(seconds: number): string {
  return goDuration(seconds * 1000);
}
