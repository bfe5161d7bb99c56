import type { Origin } from '../../model/manifest.ts';
import type { ValuePath } from './value-path.ts';

/** What is known of the object that is being turned into a template. */
export interface ObjectSite {
  readonly kind: string;
  readonly namespace: string | undefined;
  /** The manifest file it is in. */
  readonly file: string;
  /** Where values go that no rule has a name for: `['objects', 'deployment', 'web']`; no two objects share it. */
  readonly root: ValuePath;
  readonly origin: Origin;
  /** Name of the template with the configuration that the object's pods read. */
  readonly config: string | undefined;
}

/** A place in an object. */
export interface Site {
  readonly object: ObjectSite;
  readonly path: PathLink | undefined;
}

/** A path from its end to its start: a step down costs one small object. */
export interface PathLink {
  readonly parent: PathLink | undefined;
  readonly key: string;
}

/** The place one step below. */
export function below(site: Site, key: string): Site {
  return { object: site.object, path: { parent: site.path, key } };
}

/** The keys from the object's root to the place; an item of a list goes by its name or else its number. */
export function fieldPath({ path }: Site): readonly string[] {
  const keys: string[] = [];
  for (let link = path; link; link = link.parent) keys.push(link.key);
  return keys.reverse();
}
