import type { Json, Origin } from '../../model/manifest.ts';
import type { Columns } from './columns.ts';
import { decompose, type Part, type TextFact } from './decompose.ts';
import { originPath } from './origin-path.ts';
import { covers, isConstant, isSame, pathKey, pathOf, type ValuePath, type Vector } from './value-path.ts';

/** One decision over all columns. */
export interface Fact {
  readonly path: ValuePath;
  readonly vector: Vector;
  /** How more basic facts say it, where they do; it is no value of its own then. */
  readonly parts: readonly Part[] | undefined;
}

/** The decisions of all columns, found by what needs them. */
export interface FactTable {
  readonly columns: Columns;
  /** The namespace whose quota is the sum over its services, in every column. */
  readonly quotaNamespace: string | undefined;
  readonly find: (path: ValuePath) => Fact | undefined;
  /** Those that have what a vector has, wherever that has anything; which of them it is, is for the place to say. */
  readonly withValues: (vector: Vector) => readonly Fact[];
  /** Facts that texts of every object may hold. */
  readonly general: readonly TextFact[];
  /** Facts that names of the service's images may hold. */
  readonly imagesOf: (service: string) => readonly TextFact[];
  /** Hosts outside that occur in a text of a column, found by the words of the text. */
  readonly hostsIn: (text: string, column: number) => readonly TextFact[];
  /** What an environment has of variants and releases, as values that are true or not. */
  readonly switches: readonly Fact[];
  /** Facts that were tried in a column. */
  readonly triedIn: (column: number) => readonly Fact[];
  /** The weights of variants, service by service. */
  readonly weights: readonly (readonly Fact[])[];
}

const REGISTRY: ValuePath = ['registry'];

const BASIC: readonly ValuePath[] = [
  ['domain'],
  ['cluster', 'account'],
  ['cluster', 'region'],
  ['environment'],
];
const BASIC_KEYS: ReadonlySet<string> = new Set(BASIC.map(pathKey));

/** Lines the decisions of the columns up. */
export function factTable(columns: Columns): FactTable {
  const vectors = vectorsOf(columns);
  const basic = basicFacts(vectors);
  const all = [...vectors].map(([key, vector]): Fact => {
    const path = pathOf(key);
    const isText = isDerived(path) && !isConstant(vector);
    return { path, vector, parts: isText ? decompose(vector, basic) : undefined };
  });
  const facts = new Map(all.map((fact) => [pathKey(fact.path), fact]));
  const varying = all.filter(({ vector }) => !isConstant(vector));
  const own = varying.filter(({ parts }) => parts === undefined);
  const byValue = new Map<string, Fact[]>();
  for (const fact of varying) index(byValue, fact);
  const images = new Map<string, TextFact[]>();
  const hosts = new Map<string, TextFact[]>();
  for (const fact of own) {
    if (fact.path[0] === 'images') addTo(images, fact.path[1] ?? '', fact);
    else addHost(hosts, fact);
  }
  return {
    columns,
    quotaNamespace: quotaNamespace(columns),
    find: (path) => facts.get(pathKey(path)),
    withValues: (vector) => withValues(byValue, vector),
    general: [...basic, ...varying.filter(({ path }) => path[0] === 'tags')],
    imagesOf: (service) => images.get(service) ?? [],
    hostsIn: (text, column) => hostsIn(text, column, hosts),
    switches: all.filter(isSwitch),
    triedIn: triedIn(facts, columns),
    weights: weightsOf(all),
  };
}

/** A version is a value of its own whatever it is called; hosts, roles and tags often follow from the environment. */
function isDerived(path: ValuePath): boolean {
  const last = path.at(-1);
  return last !== 'tag' && last !== 'digest' && !BASIC_KEYS.has(pathKey(path));
}

function quotaNamespace({ renderings }: Columns): string | undefined {
  const [first, ...others] = renderings.map(({ quota }) => quota?.namespace);
  return others.every((other) => other === first) ? first : undefined;
}

/** A registry is one of them where it does not follow from the others itself. */
function basicFacts(vectors: ReadonlyMap<string, Vector>): readonly TextFact[] {
  const facts = BASIC.flatMap((path) => textFact(path, vectors.get(pathKey(path))));
  const registry = vectors.get(pathKey(REGISTRY));
  return registry && !isConstant(registry) && !decompose(registry, facts)
    ? [{ path: REGISTRY, vector: registry }, ...facts]
    : facts;
}

function isSwitch({ path, vector }: Fact): boolean {
  return path[0] === 'services' && path.length > 3 && path.at(-1) === 'enabled' && !isConstant(vector);
}

function triedIn(
  facts: ReadonlyMap<string, Fact>,
  { environments, environmentOf }: Columns,
): (column: number) => readonly Fact[] {
  const tried = environmentOf.map((environment, column) =>
    column < environments
      ? []
      : [...facts.values()].filter(({ vector }) => !isSame(vector[environment], vector[column])),
  );
  return (column) => tried[column] ?? [];
}

function vectorsOf({ renderings }: Columns): ReadonlyMap<string, Vector> {
  const vectors = new Map<string, (Json | undefined)[]>();
  const set = (key: string, column: number, value: Json, otherwise: Json | undefined) => {
    const vector = vectors.get(key) ?? new Array<Json | undefined>(renderings.length).fill(otherwise);
    vector[column] = value;
    vectors.set(key, vector);
  };
  renderings.forEach(({ decisions, manifests }, column) => {
    for (const [key, value] of decisions) set(key, column, value, undefined);
    const seen = new Set<Origin>();
    for (const { origin } of manifests) seen.add(origin);
    for (const origin of seen) set(pathKey(originPath(origin)), column, true, false);
  });
  return vectors;
}

function textFact(path: ValuePath, vector: Vector | undefined): readonly TextFact[] {
  return vector !== undefined && !isConstant(vector) ? [{ path, vector }] : [];
}

/** By what it is in the last column that has it: nothing was tried twice, so that few are the same there. */
function index(byValue: Map<string, Fact[]>, fact: Fact): void {
  fact.vector.forEach((value, column) => {
    if (typeof value !== 'boolean' && value !== undefined) addTo(byValue, valueKey(value, column), fact);
  });
}

function withValues(byValue: ReadonlyMap<string, readonly Fact[]>, vector: Vector): readonly Fact[] {
  const column = vector.findLastIndex((value) => value !== undefined);
  const found = byValue.get(valueKey(vector[column] as Json, column)) ?? [];
  return found.filter((fact) => covers(fact.vector, vector));
}

function valueKey(value: Json, column: number): string {
  return `${column} ${JSON.stringify(value)}`;
}

function addTo<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

const HOST = /^[a-z0-9*][a-z0-9.-]*\.[a-z0-9.-]*[a-z0-9]$/;

function addHost(hosts: Map<string, TextFact[]>, fact: TextFact): void {
  fact.vector.forEach((host, column) => {
    if (typeof host === 'string' && HOST.test(host)) addTo(hosts, `${column} ${host}`, fact);
  });
}

/** Hosts are looked up word by word: a look at each would take time with the square of the platform's size. */
function hostsIn(text: string, column: number, hosts: ReadonlyMap<string, TextFact[]>): readonly TextFact[] {
  if (hosts.size === 0 || text.length > 4_096) return [];
  const words = text.match(/[A-Za-z0-9*](?:[A-Za-z0-9.-]*[A-Za-z0-9])?/g) ?? [];
  return words.flatMap((word) => hosts.get(`${column} ${word}`) ?? []);
}

function weightsOf(facts: readonly Fact[]): readonly (readonly Fact[])[] {
  const byService = new Map<string, Fact[]>();
  for (const fact of facts) {
    const [first, service = '', section] = fact.path;
    if (first === 'services' && section === 'variants' && fact.path.at(-1) === 'weight') {
      addTo(byService, service, fact);
    }
  }
  return [...byService.values()];
}
