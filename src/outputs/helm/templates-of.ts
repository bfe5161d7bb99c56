import type { Json } from '../../model/manifest.ts';
import type { AlignedObject } from './align-objects.ts';
import { presence } from './conditions.ts';
import type { FactTable } from './fact-table.ts';
import { entriesOf, merge } from './merge.ts';
import type { Entry, Node } from './node.ts';
import { configKey, objectSites } from './object-sites.ts';
import type { Site } from './site.ts';
import type { ObjectTemplate } from './write-file.ts';

/** Turns the objects of each file into templates. `environments` says which exist: an object may be in some only. */
export function templatesOf(
  platform: string,
  files: ReadonlyMap<string, readonly AlignedObject[]>,
  table: FactTable,
): ReadonlyMap<string, readonly ObjectTemplate[]> {
  const configs = new Map<string, string>();
  const siteOf = objectSites(configs);
  const merged = new Map<AlignedObject, ObjectTemplate>();
  const add = (object: AlignedObject) => merged.set(object, template(object));
  const template = (object: AlignedObject): ObjectTemplate => {
    const site: Site = { object: siteOf(object), owner: undefined, path: undefined };
    const node = merge({ ...site, owner: site.object.service }, object.versions as readonly Json[], table);
    const isIn = object.versions.map((version) => version !== undefined);
    const everywhere = isIn.map(() => true);
    const when = isIn.includes(false) ? presence(site, isIn, everywhere, table) : undefined;
    return withConfig({ node, entries: entriesOf(node), when, config: undefined }, site, platform, configs);
  };
  const objects = [...files.values()].flat();
  // The pods' checksums need to know which ConfigMaps have a template of their own.
  for (const object of objects) if (isConfigMap(object)) add(object);
  for (const object of objects) if (!isConfigMap(object)) add(object);
  return new Map(
    [...files].map(([file, inFile]) => [file, inFile.map((object) => merged.get(object) as ObjectTemplate)]),
  );
}

function isConfigMap({ versions }: AlignedObject): boolean {
  const object = versions.find((version) => version !== undefined);
  return object?.kind === 'ConfigMap' && object.apiVersion === 'v1';
}

/** Data that differs becomes a named template; data that is the same everywhere has the same checksum everywhere. */
function withConfig(
  template: ObjectTemplate,
  { object }: Site,
  platform: string,
  configs: Map<string, string>,
): ObjectTemplate {
  const data = object.kind === 'ConfigMap' ? template.entries.find(({ key }) => key === 'data') : undefined;
  if (data === undefined || data.when !== undefined || !isNamed(data.node)) return template;
  const name = `${platform}.config.${object.root.at(-1)}`;
  const metadata = template.entries.find(({ key }) => key === 'metadata')?.node;
  const objectName = metadata && literalName(metadata);
  if (objectName === undefined) return template;
  configs.set(configKey(object.namespace, objectName), name);
  const include: Entry = { ...data, node: { type: 'include', config: name } };
  const entries = template.entries.map((entry) => (entry === data ? include : entry));
  return { ...template, entries, config: { name, entries: entriesOf(data.node) } };
}

function isNamed(node: Node): boolean {
  return node.type === 'map' && node.orEmpty === undefined;
}

function literalName(metadata: Node): string | undefined {
  const name = entriesOf(metadata).find(({ key }) => key === 'name')?.node;
  return name?.type === 'literal' && typeof name.value === 'string' ? name.value : undefined;
}
