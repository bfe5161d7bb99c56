import { type Container, containersOf, withImages } from './containers.ts';
import { mapVersions, presentVersions, type VersionedObject } from './versions.ts';

/** An entry of `images:`. */
export interface ImageEntry {
  readonly name: string;
  readonly newName: string;
  readonly newTag: string | undefined;
  readonly digest: string | undefined;
}

/** Objects with placeholders for the images that differ between environments, and those as entries for each. */
export interface ImagePlan {
  readonly objects: readonly VersionedObject[];
  readonly entries: readonly (readonly ImageEntry[])[];
}

/**
 * Gives each group of containers whose images are equal in every environment one placeholder as image name, called after
 * the container, and each environment an entry that replaces it. Images an entry cannot say are left for a patch.
 */
export function planImages(objects: readonly VersionedObject[], environments: number): ImagePlan {
  const containers = objects.map((object) =>
    object.versions.map((version) => version && containersOf(version)),
  );
  const placeholders = createPlaceholders(containers.flat(2).map((container) => container?.image ?? ''));
  const entries = Array.from({ length: environments }, () => new Map<string, ImageEntry>());
  const planned = objects.map((object, index) => {
    const slots = object.isShared ? differingSlots(containers[index] ?? []) : [];
    return slots.length === 0 ? object : withPlaceholders(object, slots, placeholders, entries);
  });
  return { objects: planned, entries: entries.map((map) => [...map.values()]) };
}

function withPlaceholders(
  object: VersionedObject,
  slots: readonly Slot[],
  placeholders: Placeholders,
  entries: readonly Map<string, ImageEntry>[],
): VersionedObject {
  const [example] = presentVersions(object);
  const names = new Map<string, string>();
  for (const slot of slots) {
    const name = placeholders(slot, example?.metadata.name ?? '');
    names.set(slot.key, name);
    for (const [environment, image] of slot.images.entries()) {
      if (image !== undefined) entries[environment]?.set(name, imageEntry(name, image));
    }
  }
  return mapVersions(object, (version) => withImages(version, names));
}

/** A container of all versions of an object, with its image in each environment. */
interface Slot {
  readonly key: string;
  readonly container: string;
  readonly images: readonly (string | undefined)[];
}

function differingSlots(versions: readonly (readonly Container[] | undefined)[]): readonly Slot[] {
  const first = versions.find((containers) => containers !== undefined) ?? [];
  if (first.length === 0) return [];
  const byKey = versions.map((containers) => containers && imagesByKey(containers));
  return first
    .map(({ key, name }) => ({
      key,
      container: name,
      images: byKey.map((images) => images && (images.get(key) ?? '')),
    }))
    .filter(({ images }) => {
      const present = images.filter((image) => image !== undefined);
      return present.some((image) => image !== present[0]) && present.every((image) => IMAGE.test(image));
    });
}

/** Images by key; the empty text, which is no image, for a key that several containers have. */
function imagesByKey(containers: readonly Container[]): ReadonlyMap<string, string> {
  const images = new Map<string, string>();
  for (const { key, image } of containers) images.set(key, images.has(key) ? '' : image);
  return images;
}

/** Name with an optional registry port, then an optional tag and digest. */
const IMAGE = /^([A-Za-z0-9][\w./-]*(?::\d+\/[\w./-]+)?)(?::(\w[\w.-]*))?(?:@(sha256:[0-9a-f]{64}))?$/;

function imageEntry(name: string, image: string): ImageEntry {
  const [, newName = '', newTag, digest] = IMAGE.exec(image) ?? [];
  return { name, newName, newTag, digest };
}

/** The placeholder of a slot, whose object has that name. */
type Placeholders = (slot: Slot, object: string) => string;

/**
 * Names placeholders apart from one another and from the name of every real image: entries apply one after the other to
 * all containers, and match names as regular expressions, so a placeholder has no character that means more than itself.
 */
function createPlaceholders(images: readonly string[]): Placeholders {
  const taken = new Set(images.map((image) => image.split(/[:@]/, 1)[0] ?? ''));
  const byGroup = new Map<string, string>();
  return (slot, object) => {
    const group = slot.images.map((image) => image ?? '').join(' ');
    const known = byGroup.get(group);
    if (known !== undefined) return known;
    const container = imageName(slot.container);
    const name = firstFree([container, imageName(object), imageName(`${object}-${container}`)], taken);
    taken.add(name);
    byGroup.set(group, name);
    return name;
  };
}

function imageName(text: string): string {
  return (
    text
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '') || 'image'
  );
}

function firstFree(candidates: readonly string[], taken: ReadonlySet<string>): string {
  const free = candidates.find((candidate) => !taken.has(candidate));
  if (free !== undefined) return free;
  let number = 2;
  while (taken.has(`${candidates[0]}-${number}`)) number++;
  return `${candidates[0]}-${number}`;
}
