import { isMap } from '../../maps/is-map.ts';
import type { ManifestObject } from '../../model/manifest.ts';
import type { AlignedObject } from './align-objects.ts';
import type { ObjectSite } from './site.ts';

/** Gives each object its place among the values; `configs` are the templates of ConfigMaps by namespace and name. */
export function objectSites(configs: ReadonlyMap<string, string>): (object: AlignedObject) => ObjectSite {
  const taken = new Set<string>();
  return ({ file, origin, versions }) => {
    const object = versions.find((version) => version !== undefined) as ManifestObject;
    const { kind, metadata } = object;
    const word = kind.slice(0, 1).toLowerCase() + kind.slice(1);
    return {
      kind,
      namespace: metadata.namespace,
      file,
      root: ['objects', word, freeName(word, object, taken)],
      origin,
      config: configOf(versions, configs),
    };
  };
}

/** The ConfigMap of a namespace by its name. */
export function configKey(namespace: string | undefined, name: string): string {
  return `${namespace ?? ''}/${name}`;
}

/** Kinds of several API groups and names of several namespaces may be the same word. */
function freeName(word: string, { metadata }: ManifestObject, taken: Set<string>): string {
  const names = [metadata.name, `${metadata.namespace ?? 'cluster'}/${metadata.name}`];
  let free = names.find((name) => !taken.has(`${word}/${name}`));
  for (let number = 2; free === undefined; number++) {
    const name = `${metadata.name}-${number}`;
    if (!taken.has(`${word}/${name}`)) free = name;
  }
  taken.add(`${word}/${free}`);
  return free;
}

/** The one ConfigMap that the containers of an object's pods take their environment from, in every environment. */
function configOf(
  versions: readonly (ManifestObject | undefined)[],
  configs: ReadonlyMap<string, string>,
): string | undefined {
  if (configs.size === 0) return undefined;
  const names = new Set<string>();
  for (const version of versions) {
    if (version === undefined) continue;
    for (const name of configMapNames(version)) names.add(configKey(version.metadata.namespace, name));
  }
  const [only] = names;
  return names.size === 1 && only !== undefined ? configs.get(only) : undefined;
}

function configMapNames({ spec }: ManifestObject): readonly string[] {
  const template = field(spec, 'template') ?? field(field(field(spec, 'jobTemplate'), 'spec'), 'template');
  const containers = field(field(template, 'spec'), 'containers');
  return list(containers)
    .flatMap((container) => list(field(container, 'envFrom')))
    .map((source) => field(field(source, 'configMapRef'), 'name'))
    .filter((name) => typeof name === 'string');
}

function field(value: unknown, key: string): unknown {
  return isMap(value) ? value[key] : undefined;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
