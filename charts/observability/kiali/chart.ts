import type { Construct } from 'constructs';
import { componentLabels } from '../../component/labels.ts';
import type { PartFiles } from '../part-files.ts';
import { addWatcher } from '../watcher.ts';
import { kiali } from './kiali.ts';
import { addKialiRights } from './rights.ts';
import { addSigningKey } from './signing-key.ts';

/** Kiali, where the environment has it. */
export const kialiFiles: PartFiles = (environment, observability) => {
  if (!observability.parts.mesh) return [];
  const component = kiali(environment, observability);
  const labels = componentLabels(component);
  const addTo = (scope: Construct) => {
    addKialiRights(scope, environment, labels);
    addSigningKey(scope, environment, labels);
    addWatcher(scope, environment, component);
  };
  return [{ name: component.name, part: 'mesh', addTo }];
};
