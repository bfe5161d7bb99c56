import type { Previews } from '../../model/previews.ts';
import type { Path } from '../source.ts';
import type { Scope } from './scope.ts';

/** Longest host name that DNS can carry: 255 bytes with lengths and end, RFC 1035, section 2.3.4. */
export const LONGEST_HOST = 253;

/** Longest name of a preview, as `previews.instances` takes it. */
export const LONGEST_PREVIEW = 20;

/** Reports public hosts of services, of their previews and of Grafana that are too long with the domain behind them. */
export function reportLongHosts(scope: Scope, previews: Previews | undefined): void {
  const { document, services } = scope;
  for (const [name, { expose, release }] of services) {
    const path = ['services', name];
    tell([...path, 'expose', 'host'], expose?.host, document.domain, scope);
    tell([...path, 'release', 'preview', 'host'], release?.preview?.host, document.domain, scope);
    // A preview of the longest name stands for all: pull requests have numbers that are not known yet.
    const inPreview = expose && previews && `${expose.host}-${'x'.repeat(LONGEST_PREVIEW)}`;
    tell([...path, 'expose', 'host'], inPreview, previews?.domain ?? '', scope);
  }
  const { observability } = document;
  tell(['observability', 'grafana', 'host'], observability?.grafana.host, document.domain, scope);
}

function tell(path: Path, label: string | undefined, domain: string, { report }: Scope): void {
  if (label === undefined) return;
  const { length } = `${label}.${domain}`;
  if (length <= LONGEST_HOST) return;
  const message = `expected at most ${LONGEST_HOST} characters with the domain behind it, found ${length}`;
  const fix = `shorten it, or the domain (${domain.length} characters)`;
  report(path, message, { fix });
}
