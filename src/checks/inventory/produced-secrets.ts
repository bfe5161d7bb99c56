import type { ManifestObject } from '../../model/manifest.ts';
import { groupOf } from './api-group.ts';
import { oncePerInventory } from './once.ts';
import { namespaceOf, specOf } from './spec.ts';

/** A Secret there will be, whoever makes it. */
export interface ProducedSecret {
  readonly name: string;
  readonly type: string | undefined;
  /** Undefined when they are known only at run time. */
  readonly keys: ReadonlySet<string> | undefined;
  /** What is rendered: the Secret itself, or what has it made. */
  readonly producer: ManifestObject;
}

/** All Secrets the rendered objects lead to, by namespace and name: `shop/api`. Each with all who make it. */
export const producedSecrets = oncePerInventory(({ objects }) => {
  const byName = new Map<string, ProducedSecret[]>();
  for (const object of objects) {
    const secret = toSecret(object) ?? toRequired(object);
    if (!secret) continue;
    const key = `${namespaceOf(object)}/${secret.name}`;
    const others = byName.get(key);
    if (others) others.push(secret);
    else byName.set(key, [secret]);
  }
  return byName as ReadonlyMap<string, readonly ProducedSecret[]>;
});

/** The keys several producers give a Secret together; undefined when one of them is not known. */
export function keysTogether(producers: readonly ProducedSecret[]): ReadonlySet<string> | undefined {
  if (producers.some(({ keys }) => keys === undefined)) return undefined;
  return new Set(producers.flatMap(({ keys }) => [...(keys ?? [])]));
}

function toSecret(object: ManifestObject): ProducedSecret | undefined {
  const group = groupOf(object.apiVersion);
  if (object.kind === 'Secret' && group === '') return fromSecret(object);
  if (object.kind === 'ExternalSecret' && group === 'external-secrets.io') return fromExternalSecret(object);
  if (object.kind === 'SealedSecret' && group === 'bitnami.com') return fromSealedSecret(object);
  if (object.kind === 'Certificate' && group === 'cert-manager.io') return fromCertificate(object);
  return undefined;
}

/** What the annotation of an object says that somebody else makes: `api: database-url, token`. */
function toRequired(object: ManifestObject): ProducedSecret | undefined {
  const required = object.metadata.annotations?.['charthouse.dev/required-secret'];
  if (required === undefined) return undefined;
  const [name = '', keys = ''] = required.split(': ');
  return { name, type: undefined, keys: new Set(keys.split(', ')), producer: object };
}

type Keyed = Readonly<Record<string, unknown>>;

function fromSecret(object: ManifestObject): ProducedSecret {
  const { data, stringData, type } = object as { data?: Keyed; stringData?: Keyed; type?: string };
  // The token controller fills these in.
  const isFilledLater = type === 'kubernetes.io/service-account-token';
  const keys = isFilledLater ? undefined : new Set(Object.keys({ ...data, ...stringData }));
  return { name: object.metadata.name, type, keys, producer: object };
}

interface ExternalSecretSpec {
  readonly target: {
    readonly name?: string;
    readonly creationPolicy?: string;
    readonly template?: {
      readonly type?: string;
      readonly mergePolicy?: string;
      readonly data?: Keyed;
      readonly templateFrom?: readonly unknown[];
    };
  };
  readonly data: readonly { readonly secretKey: string }[];
  readonly dataFrom: readonly unknown[];
}

function fromExternalSecret(object: ManifestObject): ProducedSecret | undefined {
  const spec = specOf<ExternalSecretSpec>(object);
  const policy = spec.target?.creationPolicy;
  // Merge only writes into a Secret somebody else made.
  if (policy === 'None' || policy === 'Merge') return undefined;
  const name = spec.target?.name ?? object.metadata.name;
  return { name, type: spec.target?.template?.type, keys: externalKeys(spec), producer: object };
}

/** https://external-secrets.io/latest/guides/templating/: with mergePolicy Replace only what the template has remains. */
function externalKeys({
  target,
  data = [],
  dataFrom = [],
}: Partial<ExternalSecretSpec>): Set<string> | undefined {
  const { template } = target ?? {};
  if (template?.templateFrom?.length) return undefined;
  const templated = Object.keys(template?.data ?? {});
  if (templated.length > 0 && template?.mergePolicy !== 'Merge') return new Set(templated);
  if (dataFrom.length > 0) return undefined;
  return new Set([...templated, ...data.map(({ secretKey }) => secretKey)]);
}

interface SealedSecretSpec {
  readonly encryptedData: Keyed;
  readonly template: { readonly type?: string; readonly data?: Keyed };
}

function fromSealedSecret(object: ManifestObject): ProducedSecret {
  const { encryptedData, template } = specOf<SealedSecretSpec>(object);
  const keys = new Set(Object.keys({ ...encryptedData, ...template?.data }));
  return { name: object.metadata.name, type: template?.type, keys, producer: object };
}

function fromCertificate(object: ManifestObject): ProducedSecret | undefined {
  const { secretName, keystores } = specOf<{ secretName: string; keystores: unknown }>(object);
  if (secretName === undefined) return undefined;
  const keys = keystores === undefined ? new Set(['tls.crt', 'tls.key', 'ca.crt']) : undefined;
  return { name: secretName, type: 'kubernetes.io/tls', keys, producer: object };
}
