import { shown } from '../shown.ts';
import { isMap, type Source, type YamlMap } from '../source.ts';
import type { Tell } from './tell.ts';

/**
 * Tells what keeps a document from being one object of Kubernetes that may be kept in Git, whatever its kind. What is
 * special to a kind its schema knows, which the checks hold it against.
 */
export function reportShape({ root }: Source, tell: Tell): void {
  if (!isMap(root)) {
    tell([], `expected an object of Kubernetes, found ${shown(root)}`, {
      fix: 'begin it with apiVersion, kind and metadata',
    });
    return;
  }
  if (isList(root)) {
    const fix = 'write each of its items as a document of its own, with --- between them';
    tell(['kind'], `${shown(root['kind'])} is a list of objects`, { fix });
    return;
  }
  reportText(root, 'apiVersion', 'its version, such as v1 or apps/v1', tell);
  reportText(root, 'kind', 'its kind, such as ConfigMap', tell);
  reportMetadata(root['metadata'], tell);
  if (root['kind'] === 'Secret') reportSecretValues(root, tell);
}

function isList({ kind, items }: YamlMap): boolean {
  return typeof kind === 'string' && kind.endsWith('List') && Array.isArray(items);
}

function reportText(root: YamlMap, key: string, expected: string, tell: Tell): void {
  const found = root[key];
  if (typeof found === 'string' && found !== '') return;
  const message =
    found === undefined ? `missing: ${expected}` : `expected ${expected}, found ${shown(found)}`;
  tell([key], message, { fix: `write \`${key}: ...\``, at: found === undefined ? 'key' : 'value' });
}

function reportMetadata(metadata: unknown, tell: Tell): void {
  if (!isMap(metadata)) {
    const what = metadata === undefined ? 'missing: metadata' : `expected a map, found ${shown(metadata)}`;
    tell(['metadata'], what, { fix: 'write `metadata: {name: ...}`' });
    return;
  }
  if (Object.hasOwn(metadata, 'generateName')) {
    const message = 'what is kept in Git has one name: with generateName each sync would make another object';
    tell(['metadata', 'generateName'], message, { fix: 'write name', at: 'key' });
  } else reportName(metadata['name'], tell);
  const { namespace } = metadata;
  if (namespace !== undefined && typeof namespace !== 'string') {
    const fix = 'write the name of a namespace of the platform';
    tell(['metadata', 'namespace'], `expected text, found ${shown(namespace)}`, { fix });
  }
  for (const key of ['labels', 'annotations']) reportTexts(metadata[key], ['metadata', key], tell);
}

function reportName(name: unknown, tell: Tell): void {
  if (typeof name === 'string' && name !== '') return;
  const message = name === undefined ? 'missing: its name' : `expected text, found ${shown(name)}`;
  tell(['metadata', 'name'], message, { fix: 'write `name: ...`, in quotes if it is a number' });
}

/** Kubernetes takes nothing but text there: `sync-wave: -1` is the usual mistake. */
function reportTexts(texts: unknown, path: readonly string[], tell: Tell): void {
  if (texts === undefined) return;
  if (!isMap(texts)) {
    tell(path, `expected a map of texts, found ${shown(texts)}`, { fix: 'write key: value below it' });
    return;
  }
  for (const [key, value] of Object.entries(texts)) {
    if (typeof value === 'string' || value === null) continue;
    const fix = typeof value === 'object' ? 'write a text' : `put it in quotes: "${String(value)}"`;
    tell([...path, key], `expected text, found ${shown(value)}`, { fix });
  }
}

function reportSecretValues(root: YamlMap, tell: Tell): void {
  for (const key of ['data', 'stringData']) {
    const values = root[key];
    if (!isMap(values) || Object.keys(values).length === 0) continue;
    const message = 'the values of a Secret would be in Git for good: base64 hides nothing';
    const fix = 'keep them in the secret store, and write an ExternalSecret or `secretFiles` of a service';
    tell([key], message, { fix, at: 'key' });
  }
}
