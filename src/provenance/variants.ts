import { factsOf } from '../config/fill-facts.ts';
import type { LoadContext } from '../config/load-context.ts';
import { environmentOf } from '../config/load-environment.ts';
import { mergeDocuments } from '../config/merge.ts';
import { collector } from '../config/report.ts';
import { documentSchema } from '../config/schema/document.ts';
import { settlePart } from '../config/settle.ts';
import { isMap, type Source, type YamlMap } from '../config/source.ts';
import { validate } from '../config/validate.ts';
import type { Environment } from '../model/environment.ts';
import type { ManifestObject } from '../model/manifest.ts';
import { synthesize } from '../synth/synthesize.ts';
import { type Change, changedDocument } from './changed-document.ts';

/** The two files that describe an environment, and what reading them was told. */
export interface Description {
  readonly platform: Source;
  readonly environment: Source;
  readonly context: LoadContext;
}

/** An environment as it would be if the input said something else, and what it would render. */
export interface Variant {
  readonly environment: Environment;
  /** The objects of a file, made when they are asked for; undefined where they cannot be made. */
  readonly objects: (file: string) => readonly ManifestObject[] | undefined;
}

/** Makes variants of one environment. */
export interface Variants {
  /** The platform's document with the environment's laid over it. */
  readonly merged: YamlMap;
  /** The environment as it is. */
  readonly base: Variant;
  /** A merged document as it is validated. */
  readonly settle: (document: YamlMap) => YamlMap;
  /**
   * Undefined where nothing can be made of what is changed. It is not looked at whether the input would be right, unless
   * it `isStrict`: then every part has to be what its schema asks for.
   */
  readonly vary: (changes: readonly Change[], isStrict?: boolean) => Variant | undefined;
}

/** Variants share what they have in common: only the parts of a document that changed are validated again. */
export function variantsOf({ platform, environment, context }: Description): Variants {
  const merged = mergeDocuments(platform.root, environment.root, UNHEARD);
  const { respelled, placeOf } = collector(platform, environment);
  const settle = settling(merged);
  const remembered = remembering();
  const make = (changes: readonly Change[], isStrict: boolean) => {
    const document = settle(changes.length === 0 ? merged : changedDocument(merged, changes));
    const validated = isStrict ? refusing(remembered) : remembered;
    return variantOf(
      environmentOf(document, { context, report: UNHEARD, respelled, placeOf, validate: validated }),
    );
  };
  return {
    merged,
    settle,
    base: make([], false),
    vary: (changes, isStrict = false) => attempt(() => make(changes, isStrict)),
  };
}

/** Validation that ends with the first part at fault. */
function refusing(validated: typeof validate): typeof validate {
  return (schema, value, at, report) => {
    const valid = validated(schema, value, at, report);
    if (valid === undefined) throw new Error('a part of the variant is at fault');
    return valid;
  };
}

/** What is wrong with a variant nobody needs to know. */
const UNHEARD = () => {};

function variantOf(environment: Environment): Variant {
  const files = new Map<string, readonly ManifestObject[] | undefined>();
  const objects = (file: string) => {
    if (files.has(file)) return files.get(file);
    const made = attempt(() => Array.from(synthesize(environment, file), ({ object }) => object));
    files.set(file, made);
    return made;
  };
  return { environment, objects };
}

function attempt<T>(step: () => T): T | undefined {
  try {
    return step();
  } catch {
    return undefined;
  }
}

/** Settles documents that have most of their entries in common with the first: those are settled once. */
function settling(merged: YamlMap): (document: YamlMap) => YamlMap {
  const facts = factsOf(merged, UNHEARD);
  const settled = new WeakMap<object, unknown>();
  const part = (
    value: unknown,
    path: readonly string[],
    isRemembered: boolean,
    own: typeof facts,
  ): unknown => {
    if (!isMap(value) || !isRemembered) return settlePart(value, path, own, UNHEARD);
    const known = settled.get(value) ?? settlePart(value, path, facts, UNHEARD);
    settled.set(value, known);
    return known;
  };
  return (document) => {
    const own = factsOf(document, UNHEARD);
    const isSame = [...own].every(([fact, text]) => facts.get(fact) === text);
    return mapValues(document, (value, section) =>
      ENTRIES.has(section) && isMap(value)
        ? mapValues(value, (entry, name) => part(entry, [section, name], isSame, own))
        : part(value, [section], isSame, own),
    );
  };
}

/** Sections whose entries are validated one by one. */
const ENTRIES: ReadonlySet<string> = new Set(['services', 'resources', 'externals', 'exceptions']);

function mapValues(map: YamlMap, change: (value: unknown, key: string) => unknown): YamlMap {
  const entries = Object.entries(map).filter(([, value]) => value !== null);
  return Object.fromEntries(entries.map(([key, value]) => [key, change(value, key)]));
}

/** Validation that remembers what it made of each section and entry. */
function remembering(): typeof validate {
  const known = new WeakMap<object, unknown>();
  const remembered: typeof validate = (schema, value, at, report) => {
    if (schema === (documentSchema as unknown)) return sections(value as YamlMap, report) as never;
    if (!isMap(value)) return validate(schema, value, at, report);
    if (!known.has(value)) known.set(value, validate(schema, value, at, report));
    return known.get(value) as never;
  };
  const sections = (document: YamlMap, report: Parameters<typeof validate>[3]) => {
    const valid = Object.entries(documentSchema.shape).map(([section, schema]) => [
      section,
      ENTRIES.has(section)
        ? (document[section] ?? {})
        : remembered(schema, document[section], [section], report),
    ]);
    const isWhole = valid.every(
      ([section, value]) => value !== undefined || document[section as string] === undefined,
    );
    return isWhole ? Object.fromEntries(valid) : undefined;
  };
  return remembered;
}
