import type { Part } from '../../../model/observability.ts';
import type { Logs, SearchStore, Tracing } from '../../../model/watched.ts';
import type { ObservabilityInput } from '../../schema/observability.ts';
import { resourceNamed } from '../resource-named.ts';
import type { Scope } from '../scope.ts';

type Parts = Readonly<Record<Part, boolean>>;

/** Where traces are kept. Reports a store that is none. */
export function tracingOf(written: ObservabilityInput['tracing'], parts: Parts, scope: Scope): Tracing {
  const { volume, retentionDays, slow, keepPercent } = written;
  return {
    store: parts.tracing ? storeOf('tracing', written, scope) : undefined,
    volume,
    retentionDays,
    slowMilliseconds: slow,
    keepPercent,
  };
}

/** Credentials never belong into a log, whoever writes them there. */
const ALWAYS_DROPPED = ['authorization', 'cookie', 'password', 'secret', 'token'];

/** Where logs are kept. Reports that they have no store. */
export function logsOf(written: ObservabilityInput['logs'], parts: Parts, scope: Scope): Logs | undefined {
  if (!parts.logs) return undefined;
  if (written.store === undefined) {
    const fix = 'write logs: {store: ...}, a resource of type opensearch, or parts: {logs: false}';
    scope.report(['observability', 'logs', 'store'], 'missing: where the part logs keeps them', {
      fix,
      at: 'key',
    });
  }
  const store = storeOf('logs', written, scope);
  const drop = [...new Set([...ALWAYS_DROPPED, ...written.drop])].sort();
  return store && { store, retentionDays: written.retentionDays, drop };
}

function storeOf(
  section: 'tracing' | 'logs',
  { store, secret }: ObservabilityInput['tracing' | 'logs'],
  scope: Scope,
): SearchStore | undefined {
  if (store === undefined) return undefined;
  checkToolbox(section, scope);
  const path = ['observability', section, 'store'];
  const resource = resourceNamed(store, { types: ['opensearch'], path }, scope);
  if (!resource?.credentials) return undefined;
  const key = secret ?? `${resource.credentials.key}-observability`;
  return { resource, account: { kind: 'remote', key } };
}

/** OpenSearch deletes nothing by itself: a job tells it how long indices are kept. */
function checkToolbox(section: string, { document, report }: Scope): void {
  if (document.toolbox !== undefined) return;
  const fix = 'write toolbox: an image with sh, kubectl, curl and jq, such as docker.io/alpine/k8s:1.33.1';
  const message = `missing: it sets how long the store of ${section} keeps what it gets`;
  report(['toolbox'], message, { fix, at: 'key', once: true });
}
