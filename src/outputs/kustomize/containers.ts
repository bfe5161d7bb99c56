import { type DataMap, isMap } from '../../maps/is-map.ts';
import type { ManifestObject } from '../../model/manifest.ts';

/** A container as `images:` finds it: an item of a list called containers or initContainers, at any depth of any kind. */
export interface Container {
  /** The path of its list and its name. */
  readonly key: string;
  readonly name: string;
  readonly image: string;
}

/** The containers of an object that have a name and an image. */
export function containersOf(object: ManifestObject): readonly Container[] {
  const found: Container[] = [];
  if (isReached(object)) {
    walk(object, '', (list, path) => {
      for (const item of list) {
        if (!isMap(item) || typeof item['image'] !== 'string') continue;
        const name = String(item['name']);
        found.push({ key: `${path}/${name}`, name, image: item['image'] });
      }
    });
  }
  return found;
}

/** The object with other images in the containers that `images` names by key. */
export function withImages(object: ManifestObject, images: ReadonlyMap<string, string>): ManifestObject {
  return replaced(object, '', images) as ManifestObject;
}

/** https://github.com/kubernetes-sigs/kustomize/blob/master/api/filters/imagetag/legacy.go */
function isReached(object: ManifestObject): boolean {
  return object.kind !== 'CustomResourceDefinition';
}

function walk(value: object, path: string, visit: (list: readonly unknown[], path: string) => void): void {
  for (const key in value) {
    const child: unknown = (value as DataMap)[key];
    if (typeof child !== 'object' || child === null) continue;
    const place = `${path}/${key}`;
    if (isContainerList(key, child)) visit(child, place);
    walk(child, place, visit);
  }
}

/** The value itself where no container in it changes. */
function replaced(value: unknown, path: string, images: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item, index) => replaced(item, `${path}/${index}`, images));
  if (!isMap(value)) return value;
  let copy: Record<string, unknown> | undefined;
  for (const [key, child] of Object.entries(value)) {
    if (typeof child !== 'object') continue;
    const place = `${path}/${key}`;
    const next = replaced(
      isContainerList(key, child) ? withListImages(child, place, images) : child,
      place,
      images,
    );
    if (next === child) continue;
    copy ??= { ...value };
    copy[key] = next;
  }
  return copy ?? value;
}

function withListImages(list: readonly unknown[], path: string, images: ReadonlyMap<string, string>) {
  return list.map((item) => {
    const image = isMap(item) ? images.get(`${path}/${String(item['name'])}`) : undefined;
    return isMap(item) && image !== undefined && typeof item['image'] === 'string'
      ? { ...item, image }
      : item;
  });
}

function isContainerList(key: string, value: unknown): value is readonly unknown[] {
  return (key === 'containers' || key === 'initContainers') && Array.isArray(value);
}
