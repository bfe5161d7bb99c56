import { ConfigMap } from '../../../imports/kubernetes.ts';
import { dashboards as dashboardsOf } from '../../../src/observability/dashboards/dashboards.ts';
import { dashboardFolders } from '../../../src/observability/grafana/providers-text.ts';
import { componentLabels } from '../component/labels.ts';
import type { PartChart } from '../part-chart.ts';

/**
 * A ConfigMap for each dashboard, so that none gets too large to be applied and a change touches one. The sidecar of
 * kube-prometheus-stack finds them by the label, and puts them into the folder: https://github.com/kiwigrid/k8s-sidecar
 */
export const addDashboards: PartChart = (scope, environment) => {
  const labels = { ...componentLabels({ name: 'grafana', purpose: 'dashboards' }), grafana_dashboard: '1' };
  for (const { folder, dashboards } of dashboardFolders(dashboardsOf(environment))) {
    for (const { uid, json } of dashboards) {
      new ConfigMap(scope, {
        metadata: {
          name: dashboardConfigMap(uid),
          namespace: environment.namespaces.monitoring,
          labels,
          annotations: { 'k8s-sidecar-target-directory': folder },
        },
        data: { [`${uid}.json`]: json },
      });
    }
  }
};

/** Name of the ConfigMap of a dashboard. */
export function dashboardConfigMap(uid: string): string {
  return `dashboard-${uid}`;
}
