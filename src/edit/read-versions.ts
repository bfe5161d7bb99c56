import { mergeDocuments } from '../config/merge.ts';
import { settleDocument } from '../config/settle.ts';
import { isMap, readSource, type YamlMap } from '../config/source.ts';
import type { InputFile } from '../model/input-file.ts';
import { formatVersion, type Versions } from './image-version.ts';

/** What an environment says about its images, whether or not the rest of it is right. */
export interface StatedImages {
  /** Every service and `service/variant` it has, with or without a version; sorted. */
  readonly names: readonly string[];
  readonly versions: Versions;
}

/**
 * The images of an environment, as its file and its platform's say together. Asks for YAML that can be read, and no
 * more: an old revision need not satisfy the schema of today. Throws a ConfigError for what is no YAML.
 */
export function readVersions(platform: InputFile, environment: InputFile): StatedImages {
  const merged = mergeDocuments(readSource(platform).root, readSource(environment).root, () => {});
  const document = settleDocument(merged, () => {});
  const names = Object.entries(mapAt(document, 'services')).flatMap(([service, value]) => [
    service,
    ...Object.keys(mapAt(value, 'variants')).map((variant) => `${service}/${variant}`),
  ]);
  return { names: names.sort(), versions: versionsIn(document) };
}

/** The versions that one document states by itself. */
export function versionsIn(document: YamlMap): Versions {
  const versions = new Map<string, string>();
  for (const [service, image] of Object.entries(mapAt(document, 'images'))) {
    addVersion(service, image, versions);
    for (const [variant, other] of Object.entries(mapAt(image, 'variants'))) {
      addVersion(`${service}/${variant}`, other, versions);
    }
  }
  return versions;
}

function addVersion(name: string, image: unknown, versions: Map<string, string>): void {
  const { tag, digest } = isMap(image) ? image : {};
  const version = formatVersion({ tag: textOf(tag), digest: textOf(digest) });
  if (version !== '') versions.set(name, version);
}

function textOf(value: unknown): string | undefined {
  return value === null || value === undefined ? undefined : String(value);
}

function mapAt(value: unknown, key: string): YamlMap {
  const child = isMap(value) ? value[key] : undefined;
  return isMap(child) ? child : {};
}
