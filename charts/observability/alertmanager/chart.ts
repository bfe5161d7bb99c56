import { addComponent } from '../component/add-component.ts';
import type { PartChart } from '../part-chart.ts';
import { alertmanager } from './alertmanager.ts';

/** Alertmanager, where the environment has one of its own. */
export const addAlertmanager: PartChart = (scope, environment, observability) => {
  if (observability.mode !== 'standalone' || !observability.parts.metrics) return;
  addComponent(scope, environment, alertmanager(environment, observability));
};
