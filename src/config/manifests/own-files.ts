import type { Environment } from '../../model/environment.ts';
import type { ManifestObject } from '../../model/manifest.ts';
import type { OwnFile, OwnObject } from '../../model/own-file.ts';
import { factNames, ofAnotherCloud } from '../fact-types.ts';
import { REFERENCE } from '../fill-facts.ts';
import type { Problem } from '../problem.ts';
import { isMap, type Path, type Source } from '../source.ts';
import type { OwnSource } from './own-source.ts';
import { reportScopes } from './report-scopes.ts';
import { type Tell, telling } from './tell.ts';

/** An object, and the document it is of. */
export interface ReadObject extends OwnObject {
  readonly document: Source;
}

/** The environment with the objects of the user's own that it has. Reports what is wrong with them there. */
export function withOwnFiles(
  environment: Environment,
  sources: readonly OwnSource[],
  problems: Problem[],
): Environment {
  const own = [undefined, environment.name].flatMap((name) =>
    sources.filter((source) => source.environment === name),
  );
  if (own.length === 0) return environment;
  const facts = factsOf(environment);
  const byName = new Map<string, ReadObject[]>();
  for (const { name, documents } of own) {
    const objects = documents.map((document) =>
      readObject(document, { facts, tell: telling(document, problems) }),
    );
    byName.set(name, [...(byName.get(name) ?? []), ...objects]);
  }
  reportScopes([...byName.values()].flat(), environment, problems);
  const sorted = [...byName].sort(([a], [b]) => (a < b ? -1 : 1));
  const ownFiles = sorted.map(([name, objects]): OwnFile => {
    return { name, objects: objects.map(({ object, place }) => ({ object, place })) };
  });
  return { ...environment, ownFiles };
}

/** The facts of an environment by name. */
function factsOf(environment: Environment): Facts {
  const values = { ...environment, environment: environment.name };
  return new Map(
    factNames(environment.cluster.cloud).map((fact) => {
      const value = fact
        .split('.')
        .reduce<unknown>((map, step) => (isMap(map) ? map[step] : undefined), values);
      return [fact, String(value)];
    }),
  );
}

type Facts = ReadonlyMap<string, string>;

/** The facts that texts are filled in with, and who is told of one that the environment has not. */
interface Filling {
  readonly facts: Facts;
  readonly tell: Tell;
}

function readObject(document: Source, filling: Filling): ReadObject {
  const { path: file, root, place } = document;
  const object = filled(root, [], filling) as ManifestObject;
  const { creationTimestamp: _, ...metadata } = object.metadata as ManifestObject['metadata'] & {
    readonly creationTimestamp?: unknown;
  };
  const { line, column } = place(['metadata', 'name'], 'value') ?? { line: 1, column: 1 };
  return { object: { ...object, metadata }, place: { file, line, column }, document };
}

function filled(value: unknown, path: Path, filling: Filling): unknown {
  if (typeof value === 'string') return value.includes('${') ? fill(value, path, filling) : value;
  if (Array.isArray(value)) return value.map((item, index) => filled(item, [...path, index], filling));
  if (!isMap(value)) return value;
  const entries = Object.entries(value).map(([key, child]) => [key, filled(child, [...path, key], filling)]);
  return Object.fromEntries(entries);
}

function fill(text: string, path: Path, { facts, tell }: Filling): string {
  return text.replace(REFERENCE, (whole, reference: string | undefined) => {
    if (reference === undefined) return whole === '$${' ? '${' : whole;
    const foreign = ofAnotherCloud(reference, [...facts.keys()]);
    if (foreign) tell(path, foreign.message, { fix: foreign.fix });
    return facts.get(reference) ?? whole;
  });
}
