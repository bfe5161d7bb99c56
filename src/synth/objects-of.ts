import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { ManifestObject } from '../model/manifest.ts';
import { inFirstTurn, type Waves, withSyncWave } from './sync-wave.ts';

/**
 * The API objects below a construct in the order they were created, each with its sync wave.
 * One walk: `App.synth` and `Chart.toJson` walk and validate the whole App once per chart.
 */
export function objectsOf(construct: IConstruct, waves: Waves = inFirstTurn): readonly ManifestObject[] {
  const objects: ManifestObject[] = [];
  collect(construct, objects, waves);
  return objects;
}

function collect(construct: IConstruct, objects: ManifestObject[], waves: Waves): void {
  if (ApiObject.isApiObject(construct))
    objects.push(withSyncWave(construct.toJson() as ManifestObject, waves));
  for (const child of construct.node.children) collect(child, objects, waves);
}
