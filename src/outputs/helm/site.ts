import type { ValuePath } from './value-path.ts';

/** What is known of the object that is being turned into a template. */
export interface ObjectSite {
  readonly kind: string;
  readonly namespace: string | undefined;
  /** Where values go that no rule has a name for: `['objects', 'deployment', 'web']`; no two objects share it. */
  readonly root: ValuePath;
  /** The service that the object is of. */
  readonly service: string | undefined;
  /** The variant of the service that the object belongs to, if it is not the stable one. */
  readonly variant: string | undefined;
  /** Name of the template with the configuration that the object's pods read. */
  readonly config: string | undefined;
}

/** A place in an object. */
export interface Site {
  readonly object: ObjectSite;
  /** The service that the place is about: in routes that of the destination, elsewhere that of the object. */
  readonly owner: string | undefined;
  readonly path: PathLink | undefined;
}

/** A path from its end to its start: a step down costs one small object. */
export interface PathLink {
  readonly parent: PathLink | undefined;
  readonly key: string;
}

/** The place one step below. */
export function below(site: Site, key: string): Site {
  return { object: site.object, owner: site.owner, path: { parent: site.path, key } };
}

/** The keys from the object's root to the place; an item of a list goes by its name or else its number. */
export function fieldPath({ path }: Site): readonly string[] {
  const keys: string[] = [];
  for (let link = path; link; link = link.parent) keys.push(link.key);
  return keys.reverse();
}
