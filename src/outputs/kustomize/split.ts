import type { ManifestObject } from '../../model/manifest.ts';
import { patchFileNames, resourceFileName } from './file-names.ts';
import { type Addition, intersect } from './intersect.ts';
import { additionPatch, type Patch, removalPatch } from './patch.ts';
import { presentVersions, type VersionedObject } from './versions.ts';

/** Objects by the file that holds them. */
export type Resources = Map<string, ManifestObject[]>;

/** The objects of all environments, divided among the base and one overlay for each environment. */
export interface Split {
  readonly base: Resources;
  readonly overlays: readonly OverlayContent[];
}

/** The objects that only the overlay has, and its patches by file. */
export interface OverlayContent {
  readonly resources: Resources;
  readonly patches: Map<string, Patch>;
}

/** Puts what the versions of an object have in common into the base and the rest into patches. */
export function splitObjects(objects: readonly VersionedObject[], environments: number): Split {
  const fileNames = patchFileNames(objects);
  const base: Resources = new Map();
  const overlays = Array.from({ length: environments }, () => ({ resources: new Map(), patches: new Map() }));
  for (const object of objects) {
    if (object.isShared) addShared(object, fileNames.get(object.identity) ?? '', base, overlays);
    else addToOverlays(object, overlays);
  }
  return { base, overlays };
}

function addShared(
  object: VersionedObject,
  patchFile: string,
  base: Resources,
  overlays: readonly OverlayContent[],
): void {
  const { base: common, additions } = intersect(presentVersions(object));
  add(base, resourceFileName(object.file), common);
  for (const [environment, patch] of patchesOf(object, additions).entries()) {
    if (patch) overlays[environment]?.patches.set(patchFile, patch);
  }
}

function addToOverlays(object: VersionedObject, overlays: readonly OverlayContent[]): void {
  const file = resourceFileName(object.file);
  for (const [environment, overlay] of overlays.entries()) {
    const version = object.versions[environment];
    if (version) add(overlay.resources, file, version);
  }
}

function add(resources: Resources, file: string, object: ManifestObject): void {
  const objects = resources.get(file);
  if (objects) objects.push(object);
  else resources.set(file, [object]);
}

/** For each environment the patch of a shared object, undefined where the base is right as it is. */
function patchesOf(
  object: VersionedObject,
  additions: readonly (readonly Addition[])[],
): readonly (Patch | undefined)[] {
  const [example] = presentVersions(object);
  let present = 0;
  return object.versions.map((version) => {
    if (version === undefined) return example && removalPatch(example);
    const added = additions[present++] ?? [];
    return added.length === 0 ? undefined : additionPatch(version, added);
  });
}
