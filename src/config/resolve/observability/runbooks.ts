import type { ObservabilityInput } from '../../schema/observability.ts';
import type { Scope } from '../scope.ts';

const GITHUB = /^https:\/\/github\.com\/[^/]+\/[^/]+?(?=\.git$|$)/;

/** Where runbooks are read: as written, or in the repository that Argo CD reads, if GitHub shows it. Reports when neither says. */
export function runbooksOf({ runbooks }: ObservabilityInput, { document, report }: Scope): string {
  const { delivery, platform } = document;
  if (runbooks !== undefined) return runbooks.replace(/\/+$/, '');
  const repository = GITHUB.exec(delivery?.repository ?? '')?.[0];
  if (repository === undefined) {
    const why = delivery ? 'delivery.repository is not on GitHub' : 'there is no delivery.repository';
    report(['observability', 'runbooks'], `missing: where runbooks are read, as ${why}`, {
      fix: `write runbooks: https://..., where people find docs/runbooks/${platform}`,
      at: 'key',
    });
  }
  return `${repository ?? ''}/blob/${delivery?.revision ?? 'HEAD'}/docs/runbooks/${platform}`;
}
