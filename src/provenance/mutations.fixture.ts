import { checks } from '../checks/checks.ts';
import { loadEnvironment } from '../config/load-environment.ts';
import { ConfigError } from '../config/problem.ts';
import { depthOf } from '../config/report.ts';
import { type Path, readSource, type Source, type YamlMap } from '../config/source.ts';
import { changedFields } from '../fields/changed-fields.ts';
import { readInput } from '../io/read-input.ts';
import type { Environment } from '../model/environment.ts';
import type { ManifestObject } from '../model/manifest.ts';
import { synthesize } from '../synth/synthesize.ts';
import { changedDocument } from './changed-document.ts';
import type { RenderedField } from './field-question.ts';
import { type Scalar, scalarsOf } from './scalars.ts';
import type { Description } from './variants.ts';

/** A scalar of a file of the input, and the fields that are others when it is changed into another right value. */
export interface Mutation {
  readonly path: Path;
  readonly source: Source;
  readonly moved: readonly RenderedField[];
}

/** The description of an environment of this repository. */
export function described(platform: string, environment: string): Description {
  const files = new Map(readInput('environments', platform).map((file) => [file.name, readSource(file)]));
  return {
    platform: files.get('platform.yaml') as Source,
    environment: files.get(`${environment}.yaml`) as Source,
    context: { today: '2026-11-21', checkNames: checks.map(({ name }) => name) },
  };
}

/**
 * The experiment: every scalar that counts, in either file, changed alone, and everything rendered anew, from the texts
 * on. Knows nothing of how provenance is found out. `isChosen` chooses scalars by their number. Scalars without another
 * right value are left out.
 */
export function* mutationsOf(
  description: Description,
  names: { readonly folder: string; readonly file: string },
  isChosen: (index: number) => boolean,
): Generator<Mutation> {
  const { platform, environment, context } = description;
  const load = (changed: Partial<Description>) => {
    const { platform: below, environment: own } = { ...description, ...changed };
    return loadEnvironment(names, below, own, context);
  };
  const before = rendered(load({}));
  const words = wordsOf(platform.root, environment.root);
  const all = [
    ...scalarsOf(environment.root).map((scalar) => ({ scalar, source: environment, key: 'environment' })),
    ...scalarsOf(platform.root)
      .filter(({ path }) => depthOf(path, environment.root) < path.length)
      .map((scalar) => ({ scalar, source: platform, key: 'platform' })),
  ];
  for (const [index, { scalar, source, key }] of all.entries()) {
    if (!isChosen(index)) continue;
    const other = firstRight(candidates(scalar, words), (value) => {
      const root = changedDocument(source.root, [{ path: scalar.path, value }]);
      return load({ [key]: { ...source, root } });
    });
    if (!other) continue;
    const moved = [...movedFields(before, rendered(other)), ...ofException(scalar.path)];
    yield { path: scalar.path, source, moved };
  }
}

function firstRight(
  values: readonly unknown[],
  load: (value: unknown) => Environment,
): Environment | undefined {
  for (const value of values) {
    try {
      return load(value);
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
    }
  }
  return undefined;
}

/** Small steps first: one more, one letter further, then every word that stands in the input or in schemas. */
function candidates({ value }: Scalar, words: readonly string[]): readonly unknown[] {
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'number') return [value + 1, value - 1, value * 2, value / 2, value + 0.5];
  return [...otherTexts(value), ...words.filter((word) => word !== value)];
}

function otherTexts(text: string): readonly string[] {
  const last = Array.from({ length: Math.min(12, text.length) }, (_, back) => text.length - 1 - back);
  return last.flatMap((at) => {
    const isName = text.lastIndexOf('${', at) > text.lastIndexOf('}', at);
    const character = text[at] ?? '';
    if (isName || !/[A-Za-z0-9]/.test(character)) return [];
    const other = character.charCodeAt(0) + (/[9zZf]/.test(character) ? -1 : 1);
    return [text.slice(0, at) + String.fromCharCode(other) + text.slice(at + 1)];
  });
}

const WORDS =
  'none jwt read write read-write send consume publish worker cron web preferred required canary rolling blue-green ' +
  'monday sunday UTC Europe/Paris internal internet-facing full standard minimal critical warning short none GET HEAD ' +
  'spread same redis postgres mysql 1.2 1.3 operator standalone clear-text';

function wordsOf(...roots: readonly YamlMap[]): readonly string[] {
  const names = roots.flatMap((root) =>
    ['services', 'resources', 'externals', 'authorities', 'priorities'].flatMap((section) =>
      Object.keys((root[section] ?? {}) as YamlMap),
    ),
  );
  return [...new Set([...WORDS.split(' '), ...names])];
}

/** What an exception says is told of the exception itself; that its object carries a copy is another thing. */
function ofException([section, name, field]: Path): readonly RenderedField[] {
  if (section !== 'exceptions') return [];
  const object = { apiVersion: '', kind: 'Exception', namespace: undefined, name: String(name) };
  return [{ file: '', object, field: String(field) }];
}

type Rendered = ReadonlyMap<string, { readonly file: string; readonly object: ManifestObject }>;

function rendered(environment: Environment): Rendered {
  return new Map(
    Array.from(synthesize(environment), (manifest) => {
      const { kind, metadata } = manifest.object;
      return [`${manifest.file} ${kind} ${metadata.namespace} ${metadata.name}`, manifest];
    }),
  );
}

function movedFields(before: Rendered, after: Rendered): readonly RenderedField[] {
  return [...before].flatMap(([key, { file, object }]) => {
    const { apiVersion, kind, metadata } = object;
    const reference = { apiVersion, kind, namespace: metadata.namespace, name: metadata.name };
    const other = after.get(key);
    const fields = other ? changedFields(object, other.object) : [''];
    return fields.map((field) => ({ file, object: reference, field }));
  });
}
