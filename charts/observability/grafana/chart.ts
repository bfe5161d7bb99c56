import { dashboards } from '../../../src/observability/dashboards/dashboards.ts';
import { dashboardFolders } from '../../../src/observability/grafana/providers-text.ts';
import { addComponent } from '../component/add-component.ts';
import type { PartChart } from '../part-chart.ts';
import { grafana } from './grafana.ts';
import { addPublicWay } from './public-way.ts';

/** Grafana, and the way there from outside, where the environment has one. */
export const addGrafana: PartChart = (scope, environment, observability) => {
  if (!observability.parts.dashboards) return;
  const folders = dashboardFolders(dashboards(environment));
  addComponent(scope, environment, grafana(environment, observability, folders));
  addPublicWay(scope, environment);
};
