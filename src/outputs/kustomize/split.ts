import type { ManifestObject } from '../../model/manifest.ts';
import type { ComponentNames } from './components.ts';
import { patchFileNames, resourceFileName } from './file-names.ts';
import { type Addition, intersect } from './intersect.ts';
import { additionPatch, type Patch } from './patch.ts';
import { presentVersions, type VersionedObject } from './versions.ts';

/** Objects by the file that holds them. */
export type Resources = Map<string, ManifestObject[]>;

/** The objects of all environments, divided among the base, components and one overlay for each environment. */
export interface Split {
  readonly base: Resources;
  /** By name. */
  readonly components: ReadonlyMap<string, Resources>;
  readonly overlays: readonly OverlayContent[];
}

/** The components that an overlay includes, the objects that only it has, and its patches by file. */
export interface OverlayContent {
  readonly components: Set<string>;
  readonly resources: Resources;
  readonly patches: Map<string, Patch>;
}

/** Puts what the versions of an object have in common into the base or its component, and the rest into patches. */
export function splitObjects(
  objects: readonly VersionedObject[],
  environments: number,
  names: ComponentNames,
): Split {
  const fileNames = patchFileNames(objects);
  const base: Resources = new Map();
  const components = new Map<string, Resources>();
  const overlays = Array.from({ length: environments }, () => ({
    components: new Set<string>(),
    resources: new Map(),
    patches: new Map(),
  }));
  for (const object of objects) {
    const name = names.get(object.identity);
    const isEverywhere = !object.versions.includes(undefined);
    if (!object.isShared || (!isEverywhere && name === undefined)) {
      addToOverlays(object, overlays);
      continue;
    }
    const home = name === undefined ? base : homeIn(components, name);
    addShared(object, fileNames.get(object.identity) ?? '', home, overlays);
    if (name !== undefined) include(name, object, overlays);
  }
  return { base, components, overlays };
}

function homeIn(components: Map<string, Resources>, name: string): Resources {
  const known = components.get(name) ?? new Map();
  components.set(name, known);
  return known;
}

function include(name: string, { versions }: VersionedObject, overlays: readonly OverlayContent[]): void {
  for (const [environment, overlay] of overlays.entries()) {
    if (versions[environment]) overlay.components.add(name);
  }
}

function addShared(
  object: VersionedObject,
  patchFile: string,
  home: Resources,
  overlays: readonly OverlayContent[],
): void {
  const { base: common, additions } = intersect(presentVersions(object));
  add(home, resourceFileName(object.file), common);
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

/** For each environment the patch of a shared object, undefined where it is not there, or right as it is. */
function patchesOf(
  object: VersionedObject,
  additions: readonly (readonly Addition[])[],
): readonly (Patch | undefined)[] {
  let present = 0;
  return object.versions.map((version) => {
    if (version === undefined) return undefined;
    const added = additions[present++] ?? [];
    return added.length === 0 ? undefined : additionPatch(version, added);
  });
}
