import type { Origin } from '../../model/manifest.ts';
import type { VersionedObject } from './versions.ts';

/** Names of components by the identity of the objects that are in them. */
export type ComponentNames = ReadonlyMap<string, string>;

/**
 * Puts each object of the base tree that some environments lack into a component: what comes and goes together is one,
 * named by what the input turns on. The same word may be on for one service and off for another: then names say the
 * service too. What is still apart and of one environment only has no component: it belongs to the overlay.
 */
export function componentNames(objects: readonly VersionedObject[]): ComponentNames {
  const optional = objects.filter(({ isShared, versions }) => isShared && versions.includes(undefined));
  const names = new Map<string, string>();
  name(optional, WORDS, startNames(names));
  return names;
}

/** Gives objects that are together in every environment one name; where a word is not enough, tries the next. */
function name(objects: readonly VersionedObject[], [wordOf, ...longer]: Words, names: Names): void {
  if (wordOf === undefined) return;
  for (const [word, inWord] of groupsOf(objects, ({ origin }) => wordOf(origin))) {
    const together = [...groupsOf(inWord, presenceOf).values()];
    if (together.length === 1) names.give(word, inWord);
    else if (longer.length > 0) name(inWord, longer, names);
    else for (const some of together.filter(isOfSeveral)) names.give(word, some);
  }
}

interface Names {
  /** Gives objects the name, or one with a number where others have it that are not always with them. */
  readonly give: (name: string, objects: readonly VersionedObject[]) => void;
}

function startNames(names: Map<string, string>): Names {
  const taken = new Map<string, string>();
  const isFree = (text: string, presence: string) => (taken.get(text) ?? presence) === presence;
  return {
    give: (text, objects) => {
      const presence = objects.map(presenceOf)[0] ?? '';
      let free = text;
      for (let number = 2; !isFree(free, presence); number++) free = `${text}-${number}`;
      taken.set(free, presence);
      for (const { identity } of objects) names.set(identity, free);
    },
  };
}

type Words = readonly ((origin: Origin) => string)[];

/** What a component is called, the shortest name that may do first. */
const WORDS: Words = [partWord, serviceWord];

function partWord({ concern, part, service, variant }: Origin): string {
  return variant === undefined ? kebab(part ?? concern) : `${service}-${variant}`;
}

/** `namespaces-node-agents` for `namespaces.nodeAgents`. */
function kebab(path: string): string {
  return path.replaceAll('.', '-').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function serviceWord(origin: Origin): string {
  const { service, variant } = origin;
  return service === undefined || variant !== undefined ? partWord(origin) : `${service}-${partWord(origin)}`;
}

/** Whether it is in more than one environment. */
function isOfSeveral([first]: readonly VersionedObject[]): boolean {
  return (first?.versions.filter((version) => version !== undefined).length ?? 0) > 1;
}

function presenceOf({ versions }: VersionedObject): string {
  return versions.map((version) => (version === undefined ? '-' : '+')).join('');
}

function groupsOf(
  objects: readonly VersionedObject[],
  keyOf: (object: VersionedObject) => string,
): ReadonlyMap<string, readonly VersionedObject[]> {
  const groups = new Map<string, VersionedObject[]>();
  for (const object of objects) {
    const group = groups.get(keyOf(object));
    if (group) group.push(object);
    else groups.set(keyOf(object), [object]);
  }
  return groups;
}
