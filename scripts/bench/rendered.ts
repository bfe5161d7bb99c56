import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import type { ManifestObject } from '../../src/model/manifest.ts';

/** Every object in the YAML and JSON files below a folder, with the file's path below it, sorted by path. */
export function readRendered(
  folder: string,
): readonly { readonly path: string; readonly object: ManifestObject }[] {
  return filesBelow(folder).flatMap((path) =>
    objectsIn(readFileSync(join(folder, path), 'utf8')).map((object) => ({ path, object })),
  );
}

/** Paths of all files below a folder, relative to it, sorted. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** JSON files hold a list of objects, YAML files a document for each. */
function objectsIn(text: string): readonly ManifestObject[] {
  if (text.startsWith('[')) return JSON.parse(text) as ManifestObject[];
  return (loadAll(text) as (ManifestObject | null)[]).filter((object) => object !== null);
}
