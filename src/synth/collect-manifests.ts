import { ApiObject, type App } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { Manifest, ManifestObject } from '../model/manifest.ts';
import { withSyncWave } from './sync-wave.ts';

/**
 * The objects of an App in the order they were created, one walk for all of them.
 * `App.synth` and `Chart.toJson` walk and validate the whole App once per chart.
 * Throws when two objects have one identity: a chart is wrong then.
 */
export function collectManifests(app: App): readonly Manifest[] {
  const manifests: Manifest[] = [];
  const fileByIdentity = new Map<string, string>();
  for (const chart of app.node.children) {
    const file = chart.node.id;
    for (const construct of apiObjects(chart)) {
      const object = construct.toJson() as ManifestObject;
      const identity = `${object.apiVersion} ${object.kind} ${object.metadata.namespace ?? ''}/${object.metadata.name}`;
      const other = fileByIdentity.get(identity);
      if (other !== undefined) throw new Error(`${identity} is rendered twice, in ${other} and in ${file}`);
      fileByIdentity.set(identity, file);
      manifests.push({ file, object: withSyncWave(object) });
    }
  }
  return manifests;
}

function* apiObjects(construct: IConstruct): Generator<ApiObject> {
  if (ApiObject.isApiObject(construct)) yield construct;
  for (const child of construct.node.children) yield* apiObjects(child);
}
