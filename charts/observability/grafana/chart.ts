import type { Construct } from 'constructs';
import { dashboards } from '../../../monitoring/dashboards/dashboards.ts';
import { dashboardFolders } from '../../../monitoring/grafana/providers-text.ts';
import type { PartFiles } from '../part-files.ts';
import { addWatcher } from '../watcher.ts';
import { grafana } from './grafana.ts';
import { addPublicWay } from './public-way.ts';

/** Grafana, and the way there from outside, where the environment has one. */
export const grafanaFiles: PartFiles = (environment, observability) => {
  if (!observability.parts.dashboards) return [];
  const folders = dashboardFolders(dashboards(environment));
  const component = grafana(environment, observability, folders);
  const addTo = (scope: Construct) => {
    addWatcher(scope, environment, component);
    addPublicWay(scope, environment);
  };
  return [{ name: component.name, part: 'dashboards', addTo }];
};
