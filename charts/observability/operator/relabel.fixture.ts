import type { Relabeling } from '../../../imports/prometheus-operator.ts';
import type { Relabel } from '../../../monitoring/forms/scrape-config.ts';

/** Labels of a target. */
export type Labels = Readonly<Record<string, string>>;

/** The labels of a target after some steps, without those that Prometheus drops; undefined where it is not read. */
export function relabelled(target: Labels, steps: readonly Relabel[]): Labels | undefined {
  const labels = new Map(Object.entries(target));
  for (const step of steps) if (!apply(step, labels)) return undefined;
  const kept = [...labels].filter(([name, value]) => value !== '' && !/^__(meta|tmp|param)/.test(name));
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What the operator does with a pod before the steps of a PodMonitor: https://github.com/prometheus-operator/prometheus-operator/blob/main/pkg/prometheus/promcfg.go */
export const OF_POD_MONITOR: readonly Relabel[] = [
  { source_labels: ['job'], target_label: '__tmp_prometheus_job_name', action: 'replace' },
  { source_labels: ['__meta_kubernetes_namespace'], target_label: 'namespace', action: 'replace' },
  { source_labels: ['__meta_kubernetes_pod_container_name'], target_label: 'container', action: 'replace' },
  { source_labels: ['__meta_kubernetes_pod_name'], target_label: 'pod', action: 'replace' },
  { target_label: 'job', replacement: 'shop-monitoring/monitor', action: 'replace' },
];

/** A step of the operator as Prometheus is given it. */
export function asPrometheusHasIt({ action, sourceLabels, targetLabel, ...rest }: Relabeling): Relabel {
  const step = { ...rest, action, source_labels: sourceLabels, target_label: targetLabel };
  return JSON.parse(JSON.stringify(step));
}

/** False where the target is dropped: https://prometheus.io/docs/prometheus/latest/configuration/configuration/#relabel_config */
function apply(step: Relabel, labels: Map<string, string>): boolean {
  const { action, source_labels = [], separator = ';', regex = '(.*)', replacement = '$1' } = step;
  const expression = new RegExp(`^(?:${regex})$`, 's');
  const text = source_labels.map((name) => labels.get(name) ?? '').join(separator);
  if (action === 'keep') return expression.test(text);
  if (action === 'drop') return !expression.test(text);
  if (action === 'labeldrop') {
    for (const name of labels.keys()) if (expression.test(name)) labels.delete(name);
  } else if (expression.test(text)) {
    labels.set(step.target_label ?? '', text.replace(expression, replacement));
  }
  return true;
}
