import type { Environment } from '../model/environment.ts';
import type { LoadContext } from './load-context.ts';
import type { OwnSource } from './manifests/own-source.ts';
import { mergeDocuments } from './merge.ts';
import type { Names } from './names.ts';
import { settleDocument } from './settle.ts';
import { isMap, type Source, type YamlMap } from './source.ts';

/** The two files that describe an environment, and how they are read. */
export interface Description {
  readonly names: Names;
  readonly platform: Source;
  readonly environment: Source;
  /** Manifests of the platform's own. */
  readonly own: readonly OwnSource[];
  readonly context: LoadContext;
}

const descriptions = new WeakMap<Environment, Description>();

/** Keeps what an environment was read from, for as long as there is the environment; gives the environment back. */
export function described(environment: Environment, description: Description): Environment {
  descriptions.set(environment, description);
  return environment;
}

/** What an environment was read from; undefined for one that was not read. */
export function descriptionOf(environment: Environment): Description | undefined {
  return descriptions.get(environment);
}

/** The platform's document with the environment's laid over it: as it is written, and with its facts filled in. */
export function documentsOf({ platform, environment }: Description): {
  readonly written: YamlMap;
  readonly settled: YamlMap;
} {
  const written = mergeDocuments(platform.root, environment.root, UNHEARD);
  return { written, settled: settleDocument(written, UNHEARD) };
}

/** Another value at a path of the merged document. */
export interface OtherValue {
  readonly path: readonly string[];
  readonly value: unknown;
}

/** The description with other values, which the environment's file says. */
export function withOtherValues(description: Description, others: readonly OtherValue[]): Description {
  const { environment } = description;
  const root = others.reduce((map, { path, value }) => withValue(map, path, value), environment.root);
  return { ...description, environment: { ...environment, root } };
}

function withValue(map: YamlMap, [key, ...rest]: readonly string[], value: unknown): YamlMap {
  if (key === undefined) return map;
  if (rest.length === 0) return { ...map, [key]: value };
  const below = map[key];
  return { ...map, [key]: withValue(isMap(below) ? below : {}, rest, value) };
}

/** What is wrong has been told when the environment was read. */
const UNHEARD = () => {};
