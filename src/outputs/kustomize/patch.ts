import type { ManifestObject } from '../../model/manifest.ts';
import { writeYaml } from '../../yaml/write.ts';
import type { Addition } from './intersect.ts';
import { jsonPatch } from './json-patch.ts';
import { mergePatch } from './merge-patch.ts';

/** What selects the object of a JSON patch; name and namespace are regular expressions. */
export interface PatchTarget {
  readonly group: string | undefined;
  readonly version: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | undefined;
}

/** The text of one patch file. A merge patch names its object itself and has no target. */
export interface Patch {
  readonly text: string;
  readonly target: PatchTarget | undefined;
}

/** Adds to the object of the base what makes it this version: a partial object where that says it, else a JSON patch. */
export function additionPatch(object: ManifestObject, additions: readonly Addition[]): Patch {
  const merge = mergePatch(object, additions);
  if (merge !== undefined) return { text: writeYaml(merge), target: undefined };
  return { text: writeYaml(jsonPatch(additions)), target: targetOf(object) };
}

function targetOf({ apiVersion, kind, metadata }: ManifestObject): PatchTarget {
  const [version = '', group] = apiVersion.split('/').reverse();
  const { name, namespace } = metadata;
  return { group, version, kind, name: exactly(name), namespace: namespace && exactly(namespace) };
}

function exactly(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
