import type { AlertRule, Runbook } from '../../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../../forms/scenario.ts';
import { kubeState } from '../../../forms/selector.ts';
import { OBSERVABILITY } from '../../../forms/uid.ts';

/** kube-state-metrics, on which all alerts about workloads rest. Names and numbers as in its own mixin. */
export function kubeStateMetricsAlerts(): readonly AlertRule[] {
  return [down(), errors('List'), errors('Watch')];
}

function down(): AlertRule {
  const example = kubeState('up', 'pod="kube-state-metrics-1"');
  return {
    alert: 'KubeStateMetricsDown',
    expr: `absent(${kubeState('up')} == 1)`,
    for: '15m',
    severity: 'critical',
    summary: 'kube-state-metrics does not answer Prometheus',
    description: 'Alerts about pods, deployments, jobs, quotas and nodes have been silent for 15 minutes.',
    dashboard: OBSERVABILITY,
    runbook: KUBE_STATE_METRICS,
    test: {
      fires: scenario('it does not answer', '20m', { [example]: '0x30' }),
      quiet: [
        scenario('it answers', '20m', { [example]: '1x30' }),
        scenario('it restarts', '11m', { [example]: '1x5 0x5 1x30' }),
      ],
    },
  };
}

function errors(verb: 'List' | 'Watch'): AlertRule {
  const metric = `kube_state_metrics_${verb.toLowerCase()}_total`;
  const rate = (...matchers: readonly string[]) => `sum(rate(${kubeState(metric, ...matchers)}[5m]))`;
  const asked = (failed: string, fine: string) => ({
    [kubeState(metric, 'result="error"')]: failed,
    [kubeState(metric, 'result="success"')]: fine,
  });
  return {
    alert: `KubeStateMetrics${verb}Errors`,
    expr: `${rate('result="error"')} / ${rate()} > 0.01`,
    for: '15m',
    severity: 'critical',
    summary: 'kube-state-metrics cannot read what the API server knows',
    description: `{{ $value | humanizePercentage }} of its requests to ${verb.toLowerCase()} objects fail; alerts about workloads may rest on old numbers.`,
    dashboard: OBSERVABILITY,
    runbook: KUBE_STATE_METRICS,
    test: {
      fires: scenario('half of its requests fail', '30m', asked('0+30x40', '0+30x40')),
      quiet: [
        scenario('none fails', '30m', asked('0x40', '0+60x40')),
        scenario('it asks nothing', '30m', asked('0x40', '0x40')),
        scenario('it starts again', '30m', asked('9x20 0x20', '0+60x20 0+60x20')),
        WITHOUT_SERIES,
      ],
    },
  };
}

const KUBE_STATE_METRICS: Runbook = {
  impact: 'Nobody is told of pods that crash, rollouts that hang or nodes that are lost.',
  diagnosis: [
    'Read its log: `kubectl -n <monitoring> logs -l app.kubernetes.io/name=kube-state-metrics --tail=200`',
    'Forbidden: its ClusterRole lacks a kind that it is told to read.',
    'Timeout: the API server is slow, or a NetworkPolicy is in the way.',
    'OOMKilled: the cluster has outgrown its memory limit: `kubectl -n <monitoring> describe pod -l app.kubernetes.io/name=kube-state-metrics`',
  ],
  queries: [
    {
      query: `sum by (resource, result) (rate(${kubeState('kube_state_metrics_list_total')}[5m]))`,
      tells: 'Which kinds it cannot list.',
    },
  ],
  mitigation: ['Give it the right, the way or the memory that it lacks.', 'Restart it once after that.'],
};
