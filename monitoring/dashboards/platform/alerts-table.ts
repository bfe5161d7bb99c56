import type { Panel } from '../../forms/panels/panel.ts';
import { table } from '../../forms/panels/table.ts';

/** What fires now. Asked of Prometheus rather than Alertmanager, so that silenced alerts are seen too. */
export function alertsTable(): Panel {
  const labels = 'alertname, severity, namespace, service, resource';
  return table({
    title: 'Alerts that fire',
    description: 'Silenced ones too. Their runbooks are linked from the alert itself.',
    height: 8,
    labels: {
      alertname: 'Alert',
      severity: 'Severity',
      namespace: 'Namespace',
      service: 'Service',
      resource: 'Resource',
    },
    columns: [
      {
        title: 'Count',
        expr: `count by (${labels}) (ALERTS{alertstate="firing",severity!="none"})`,
        unit: 'short',
        decimals: 0,
      },
    ],
    sortBy: 'Severity',
  });
}
