import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { type Owner, ownerOf } from '../../charts/owner.ts';
import type { ManifestObject } from '../model/manifest.ts';
import { inFirstTurn, type Waves, withSyncWave } from './sync-wave.ts';

/** An object, and whose it was said to be, by itself or by what it is below. */
export interface OwnedObject {
  readonly object: ManifestObject;
  readonly owner: Owner | undefined;
}

/**
 * The API objects below a construct in the order they were created, each with its sync wave.
 * One walk: `App.synth` and `Chart.toJson` walk and validate the whole App once per chart.
 */
export function objectsOf(construct: IConstruct, waves: Waves = inFirstTurn): readonly OwnedObject[] {
  const objects: OwnedObject[] = [];
  collect(construct, undefined, objects, waves);
  return objects;
}

function collect(
  construct: IConstruct,
  above: Owner | undefined,
  objects: OwnedObject[],
  waves: Waves,
): void {
  const owner = ownerOf(construct) ?? above;
  if (ApiObject.isApiObject(construct))
    objects.push({ object: withSyncWave(construct.toJson() as ManifestObject, waves), owner });
  for (const child of construct.node.children) collect(child, owner, objects, waves);
}
