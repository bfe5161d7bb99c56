import type { AlertRule, Runbook } from '../../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../../forms/scenario.ts';
import { kubeState, type Place } from '../../../forms/selector.ts';
import { INFRASTRUCTURE } from '../../../forms/uid.ts';

/** How kube-state-metrics speaks of a kind of workload. */
export interface WorkloadKind {
  /** `Deployment`. */
  readonly kind: string;
  /** The label with its name, and the middle of its metrics: `deployment`. */
  readonly label: string;
}

/** The highest value of a metric of each workload: one series each, also while kube-state-metrics moves to another pod. */
export function perWorkload({ label }: WorkloadKind, query: string): string {
  return `max by (namespace, ${label}) (${query})`;
}

/** A controller that has not looked at the newest specification of a workload. */
export function generationMismatch(kind: WorkloadKind, { owned, one }: Place): AlertRule {
  const observed = `kube_${kind.label}_status_observed_generation`;
  const wanted = `kube_${kind.label}_metadata_generation`;
  const name = `${kind.label}="api"`;
  const [seen, asked] = [kubeState(observed, one, name), kubeState(wanted, one, name)];
  return {
    alert: `Kube${kind.kind}GenerationMismatch`,
    expr: `${perWorkload(kind, kubeState(observed, owned))} != ${perWorkload(kind, kubeState(wanted, owned))}`,
    for: '15m',
    severity: 'warning',
    summary: `${kind.kind} {{ $labels.${kind.label} }} is not what was applied`,
    description: `The controller has not acted on the newest specification of {{ $labels.namespace }}/{{ $labels.${kind.label} }} for 15 minutes.`,
    dashboard: INFRASTRUCTURE,
    runbook: generationRunbook(kind),
    test: {
      fires: scenario('generation 4 is applied and 3 was acted on', '20m', {
        [seen]: '3x30',
        [asked]: '4x30',
      }),
      quiet: [
        scenario('the controller catches up in a minute', '1m', { [seen]: '3 3 4x30', [asked]: '3 4x30' }),
        scenario('one of the two series is missing', '20m', { [asked]: '4x30' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

function generationRunbook({ kind, label }: WorkloadKind): Runbook {
  const resource = kind.toLowerCase();
  return {
    impact: 'What was released last is not what runs; the controller does not act, or cannot.',
    diagnosis: [
      `Compare \`metadata.generation\` with \`status.observedGeneration\`: \`kubectl -n <namespace> get ${resource} <name> -o yaml\``,
      `Read its events: \`kubectl -n <namespace> describe ${resource} <name>\``,
      'If many workloads are behind, the controllers of the cluster are slow or down.',
    ],
    queries: [
      {
        query: `${kubeState(`kube_${label}_metadata_generation`)} - ${kubeState(`kube_${label}_status_observed_generation`)} > 0`,
        tells: 'Which workloads are behind, and by how many changes.',
      },
    ],
    mitigation: [
      'Of one workload: apply the version before it again, and look for what a webhook or a quota refuses.',
      'Of many: ask who runs the control plane of the cluster.',
    ],
  };
}
