import { completeSchema } from '../../config/schema/document.ts';
import { schemaAt } from '../../config/schema/known-keys.ts';
import type { Environment } from '../../model/environment.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { ChangedField } from './changed-fields.ts';

/** Fields that a word of the input sets. */
interface Row {
  readonly kinds?: readonly string[];
  readonly field: RegExp;
  /** Path in the input; `$service` is the service, `$1` what the field's first group took. */
  readonly word: string;
  /** Whether only what is there already is set by the word, and more may be beside it. */
  readonly isReplacing?: true;
}

/** Of a service's objects. A row whose word the input does not know says nothing, so words that come are found here. */
const ROWS: readonly Row[] = [
  { field: /containers\[[^\]]*\]\.image$/i, word: 'images.$service' },
  { field: /\.containers\[[^\]]*\]\.resources\b/, word: 'services.$service.resources' },
  { field: /\.containers\[[^\]]*\]\.(command|args)\b/, word: 'services.$service.$1' },
  { field: /\.env\[[^\]]*\]\.value$/, word: 'services.$service.env' },
  { field: /\.ports\b.*\.containerPort$/, word: 'services.$service.ports', isReplacing: true },
  { kinds: ['ConfigMap'], field: /^\.data\b/, word: 'services.$service.env' },
  { field: /^\.spec\.(?:minReplicas|maxReplicas|replicas|metrics)\b/, word: 'services.$service.scaling' },
  {
    kinds: ['ScaledObject'],
    field: /^\.spec\.(?:minReplicaCount|maxReplicaCount)$/,
    word: 'services.$service.scaling',
  },
  { kinds: ['PodDisruptionBudget'], field: /^\.spec\.m/, word: 'services.$service.disruption' },
  {
    field: /\.(startup|liveness|readiness)Probe\.(?:httpGet|grpc|tcpSocket|exec)\b/,
    word: 'services.$service.health.$1',
  },
  { field: /\.lifecycle\.preStop\b/, word: 'services.$service.stop.drain' },
  { field: /\.terminationGracePeriodSeconds$/, word: 'services.$service.stop.grace' },
  { field: /\.spec\.(nodeSelector|tolerations|hostAliases|dnsConfig)\b/, word: 'services.$service.$1' },
  { field: /\.securityContext\.(\w+)/, word: 'services.$service.securityContext.$1' },
  { field: /\.priorityClassName$/, word: 'services.$service.priority' },
  {
    kinds: ['CronJob'],
    field: /^\.spec\.(?:schedule|timeZone|concurrencyPolicy|startingDeadlineSeconds)$/,
    word: 'services.$service.schedule',
  },
  { kinds: ['CronJob', 'Job'], field: /\.backoffLimit$/, word: 'services.$service.job.retries' },
  { kinds: ['CronJob', 'Job'], field: /\.activeDeadlineSeconds$/, word: 'services.$service.job.timeout' },
  { field: /^\.spec\.volumeClaimTemplates\b.*\.storage$/, word: 'services.$service.volume.size' },
  {
    field: /^\.spec\.volumeClaimTemplates\b.*\.storageClassName$/,
    word: 'services.$service.volume.storageClass',
  },
  { kinds: ['ExternalSecret'], field: /^\.spec\.data\b/, word: 'services.$service.secretFiles' },
  {
    kinds: ['DestinationRule'],
    field: /\b(?:connectionPool|outlierDetection)\b/,
    word: 'services.$service.circuitBreaker',
    isReplacing: true,
  },
  { kinds: ['DestinationRule'], field: /\bloadBalancer\b/, word: 'services.$service.loadBalancing' },
];

/** Of the objects of an environment as a whole. */
const ENVIRONMENT_ROWS: readonly Row[] = [
  { kinds: ['ResourceQuota', 'LimitRange'], field: /^\.spec\b/, word: 'quotas' },
  { kinds: ['PriorityClass'], field: /^\.value$/, word: 'priorities' },
  { kinds: ['StorageClass'], field: /^\./, word: 'cluster.storageClass' },
  { kinds: ['RoleBinding', 'ClusterRoleBinding'], field: /^\.subjects\b/, word: 'access', isReplacing: true },
];

/** The word of the input that sets a field of a manifest; undefined where none is known. */
export function wordFor(field: ChangedField, manifest: Manifest, { tags }: Environment): string | undefined {
  const tag = tagOf(field.path);
  if (tag !== undefined && Object.hasOwn(tags, tag)) return `tags.${tag}`;
  const { service } = manifest.origin;
  for (const row of service === undefined ? ENVIRONMENT_ROWS : ROWS) {
    const word = wordOf(row, field, manifest);
    if (word !== undefined && schemaAt(completeSchema, word.split('.')) !== undefined) return word;
  }
  return undefined;
}

function tagOf(path: string): string | undefined {
  const [, plain, quoted] = /^\.metadata\.labels(?:\.([\w-]+)|\["([^"]+)"\])$/.exec(path) ?? [];
  return plain ?? quoted;
}

function wordOf(
  row: Row,
  { path, isReplaced }: ChangedField,
  { object, origin }: Manifest,
): string | undefined {
  if (row.kinds && !row.kinds.includes(object.kind)) return undefined;
  if (row.isReplacing && !isReplaced) return undefined;
  // What is beside the service's own container, no word is about.
  const container = /\bcontainers\[([^\]]*)\]/i.exec(path)?.[1] ?? origin.service;
  if (container !== origin.service) return undefined;
  const match = row.field.exec(path);
  return match ? row.word.replace('$service', origin.service ?? '').replace('$1', match[1] ?? '') : undefined;
}
