import type { Json } from '../../model/manifest.ts';
import type { AlignedObject } from './align-objects.ts';
import { presence } from './conditions.ts';
import type { FactTable } from './fact-table.ts';
import { entriesOf, merge } from './merge.ts';
import type { Entry, Node } from './node.ts';
import { configKey, objectSites } from './object-sites.ts';
import { simplified, simplifiedWhen, type Unmoved } from './simplify.ts';
import type { Site } from './site.ts';
import type { ObjectTemplate } from './write-file.ts';

/** Turns the objects of each file into templates; what no value moves is noted. */
export function templatesOf(
  platform: string,
  files: ReadonlyMap<string, readonly AlignedObject[]>,
  table: FactTable,
  note: (unmoved: Unmoved) => void,
): ReadonlyMap<string, readonly ObjectTemplate[]> {
  const configs = new Map<string, string>();
  const siteOf = objectSites(configs);
  const templates = new Map<AlignedObject, ObjectTemplate>();
  const add = (object: AlignedObject) => {
    const made = template(object);
    if (made) templates.set(object, made);
  };
  const template = (object: AlignedObject): ObjectTemplate | undefined => {
    const site: Site = { object: siteOf(object), path: undefined };
    const merged = merge(site, object.versions as readonly Json[], table);
    const isIn = object.versions.map((version) => version !== undefined);
    const everywhere = isIn.map(() => true);
    const full = isIn.includes(false) ? presence(site, isIn, everywhere, table) : undefined;
    const found = full && simplifiedWhen(full, table.columns, note);
    if (found && !found.isAnywhere) return undefined;
    const node = simplified(merged, table.columns, note);
    const plain = { node, entries: entriesOf(node), when: found?.when, config: undefined };
    return withConfig(plain, site, platform, configs);
  };
  const objects = [...files.values()].flat();
  // The pods' checksums need to know which ConfigMaps have a template of their own.
  for (const object of objects) if (isConfigMap(object)) add(object);
  for (const object of objects) if (!isConfigMap(object)) add(object);
  return new Map(
    [...files].map(([file, inFile]) => [
      file,
      inFile.map((object) => templates.get(object)).filter((made) => made !== undefined),
    ]),
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
