import type { RuleGroup } from '../../forms/rule.ts';
import { alertmanagerAlerts } from './monitoring/alertmanager.ts';
import { kubeStateMetricsAlerts } from './monitoring/kube-state-metrics.ts';
import { notificationAlerts } from './monitoring/notification.ts';
import { prometheusAlerts } from './monitoring/prometheus.ts';

/** Prometheus, Alertmanager and kube-state-metrics about themselves, in the groups of their mixins. */
export function monitoringGroups(): readonly RuleGroup[] {
  return [
    { name: 'prometheus', rules: [...prometheusAlerts(), ...notificationAlerts()] },
    { name: 'alertmanager.rules', rules: alertmanagerAlerts() },
    { name: 'kube-state-metrics', rules: kubeStateMetricsAlerts() },
  ];
}
