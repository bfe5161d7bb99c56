import { remoteStoreOf } from '../../../choices/secret-stores/index.ts';
import type { Report } from '../report.ts';
import type { DocumentInput } from '../schema/document.ts';
import type { YamlMap } from '../source.ts';
import { placesOf } from './refusals.ts';

/** The name of a remote secret of the environment that is not written in full: below the prefix, as its store joins them. */
export function remoteNames({ secrets, platform, environment }: DocumentInput): (name: string) => string {
  const names = remoteStoreOf(secrets)?.names;
  // Secrets that others make are known by their names in Kubernetes.
  if (!names || secrets.store === 'kubernetes') return (name) => name;
  const prefix = secrets.prefix ?? names.prefix(platform, environment);
  return (name) => names.below(prefix, name);
}

/** Reports names that secrets cannot have in the store of the environment. `merged` is the document as it is written. */
export function reportRemoteNames({ secrets }: DocumentInput, merged: YamlMap, report: Report): void {
  const names = remoteStoreOf(secrets)?.names;
  if (!names || secrets.store === 'kubernetes') return;
  for (const { path, value } of WRITTEN.flatMap((at) => placesOf({ at }, merged))) {
    if (typeof value !== 'string' || names.pattern.test(value)) continue;
    const meant = names.nearest(value);
    const fix = names.pattern.test(meant) ? `write ${meant}` : undefined;
    report(path, `expected ${names.expected}`, { found: value, fix });
  }
  const { prefix } = secrets;
  if (prefix === undefined || names.pattern.test(names.below(prefix, 'name'))) return;
  const fix = `write ${names.nearest(prefix)}`;
  report(['secrets', 'prefix'], `expected what ${names.expected} may begin with`, { found: prefix, fix });
}

/** Where names of remote secrets are written in full. */
const WRITTEN = [
  'resources.*.external.secret',
  'observability.alerts.secret',
  'observability.grafana.secret',
  'observability.logs.secret',
  'observability.tracing.secret',
  'observability.resources.*.secret',
  'ingress.*.gatewayCertificate',
] as const;
