import type { Construct } from 'constructs';
import { ConfigMap } from '../../../imports/kubernetes.ts';
import { dashboards as dashboardsOf } from '../../../monitoring/dashboards/dashboards.ts';
import { serviceDashboard } from '../../../monitoring/forms/uid.ts';
import { dashboardFolders } from '../../../monitoring/grafana/providers-text.ts';
import type { Environment } from '../../../src/model/environment.ts';
import { componentLabels } from '../../component/labels.ts';
import { owned } from '../../owner.ts';
import type { PartFiles } from '../part-files.ts';

/**
 * A ConfigMap for each dashboard, so that none gets too large to be applied and a change touches one. The sidecar of
 * kube-prometheus-stack finds them by the label, and puts them into the folder: https://github.com/kiwigrid/k8s-sidecar
 */
export const dashboardFiles: PartFiles = (environment) => {
  const folders = dashboardFolders(dashboardsOf(environment));
  return folders.length === 0
    ? []
    : [
        {
          name: 'dashboards',
          part: 'dashboards',
          addTo: (scope) => addDashboards(scope, environment, folders),
        },
      ];
};

function addDashboards(
  scope: Construct,
  environment: Environment,
  folders: ReturnType<typeof dashboardFolders>,
): void {
  const labels = { ...componentLabels({ name: 'grafana', purpose: 'dashboards' }), grafana_dashboard: '1' };
  const services = new Map(environment.services.map(({ name }) => [serviceDashboard(name), name]));
  for (const { folder, dashboards } of folders) {
    for (const { uid, json } of dashboards) {
      const object = new ConfigMap(scope, {
        metadata: {
          name: dashboardConfigMap(uid),
          namespace: environment.namespaces.monitoring,
          labels,
          annotations: { 'k8s-sidecar-target-directory': folder },
        },
        data: { [`${uid}.json`]: json },
      });
      owned(object, { service: services.get(uid) });
    }
  }
}

/** Name of the ConfigMap of a dashboard. */
export function dashboardConfigMap(uid: string): string {
  return `dashboard-${uid}`;
}
