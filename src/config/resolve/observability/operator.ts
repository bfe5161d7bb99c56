import type { Observability } from '../../../model/observability.ts';
import type { ObservabilityInput } from '../../schema/observability.ts';
import type { Scope } from '../scope.ts';

/** Where kube-prometheus-stack is usually installed, and what its Prometheus then selects by (its label `release`). */
const USUAL_NAMESPACE = 'monitoring';
const USUAL_LABELS = { release: 'kube-prometheus-stack' } as const;

type Operator = Pick<Observability, 'operatorNamespace' | 'operatorLabels'>;

/** The Prometheus of the cluster's operator. Reports a namespace of the platform's own, and an operator that is not asked. */
export function operatorOf(written: ObservabilityInput, { document, report }: Scope): Operator {
  const { mode, operatorNamespace = USUAL_NAMESPACE, operatorLabels = USUAL_LABELS } = written;
  if (mode === 'standalone') {
    reportVain(written, report);
    return { operatorNamespace: undefined, operatorLabels: {} };
  }
  const [role] = Object.entries(document.namespaces).find(([, name]) => name === operatorNamespace) ?? [];
  if (role !== undefined) {
    const fix = "write observability: {operatorNamespace: ...}, the namespace of the operator's Prometheus";
    const message = `\`${operatorNamespace}\` is the platform's own namespace for ${role}`;
    report(['observability', 'operatorNamespace'], message, { fix, at: 'key' });
  }
  const labels = Object.entries(operatorLabels).sort(([a], [b]) => (a < b ? -1 : 1));
  return { operatorNamespace, operatorLabels: Object.fromEntries(labels) };
}

function reportVain(written: ObservabilityInput, report: Scope['report']): void {
  for (const key of ['operatorNamespace', 'operatorLabels'] as const) {
    if (written[key] === undefined) continue;
    const fix = 'remove it, or write mode: operator';
    report(['observability', key], `${key} means nothing in mode standalone`, { fix, at: 'key' });
  }
}
