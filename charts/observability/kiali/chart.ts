import { addComponent } from '../component/add-component.ts';
import { componentLabels } from '../component/labels.ts';
import type { PartChart } from '../part-chart.ts';
import { kiali } from './kiali.ts';
import { addKialiRights } from './rights.ts';
import { addSigningKey } from './signing-key.ts';

/** Kiali, where the environment has it. */
export const addKiali: PartChart = (scope, environment, observability) => {
  if (!observability.parts.mesh) return;
  const component = kiali(environment, observability);
  const labels = componentLabels(component);
  addKialiRights(scope, environment, labels);
  addSigningKey(scope, environment, labels);
  addComponent(scope, environment, component);
};
