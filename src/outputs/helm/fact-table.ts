import type { Json } from '../../model/manifest.ts';
import { decompose, type Part, type TextFact } from './decompose.ts';
import type { Facts } from './facts.ts';
import { isConstant, pathKey, pathOf, type ValuePath, type Vector } from './value-path.ts';

/** One fact over all environments. */
export interface Fact {
  readonly path: ValuePath;
  readonly vector: Vector;
  /** How more basic facts say it, where they do; it is no value of its own then. */
  readonly parts: readonly Part[] | undefined;
}

/** The facts of all environments, found by what needs them. */
export interface FactTable {
  readonly find: (path: ValuePath) => Fact | undefined;
  /** Facts that texts of every object may hold. */
  readonly general: readonly TextFact[];
  /** Facts that names of the service's images may hold. */
  readonly imagesOf: (service: string) => readonly TextFact[];
  /** Hosts outside that occur in a text, found by the words of the text. */
  readonly hostsIn: (text: string, environment: number) => readonly TextFact[];
  readonly isService: (name: string) => boolean;
  /** Names of the variants a service has in any environment. */
  readonly variantsOf: (service: string) => readonly string[];
}

const BASIC: readonly ValuePath[] = [
  ['registry'],
  ['domain'],
  ['cluster', 'account'],
  ['cluster', 'region'],
  ['environment'],
];
const BASIC_KEYS: ReadonlySet<string> = new Set(BASIC.map(pathKey));
const GENERAL: ReadonlySet<string> = new Set(['tags', 'secrets', 'jwt', 'ingress']);

/** Lines the facts of the environments up. */
export function factTable(environments: readonly Facts[]): FactTable {
  const vectors = vectorsOf(environments);
  const basic = BASIC.flatMap((path) => textFact(path, vectors.get(pathKey(path))));
  const facts = new Map<string, Fact>();
  const builder = startIndex();
  for (const [key, vector] of vectors) {
    const path = pathOf(key);
    const parts = isDerived(path) && !isConstant(vector) ? decompose(vector, basic) : undefined;
    const fact = { path, vector, parts };
    facts.set(key, fact);
    if (parts === undefined) builder.add(fact);
  }
  return {
    find: (path) => facts.get(pathKey(path)),
    general: [...basic, ...builder.general],
    imagesOf: (service) => builder.services.get(service)?.texts ?? [],
    hostsIn: (text, environment) => hostsIn(text, environment, builder.hosts),
    isService: (name) => builder.services.has(name),
    variantsOf: (service) => [...(builder.services.get(service)?.variants ?? [])].sort(),
  };
}

/** A version is a value of its own whatever it is called; hosts, roles and tags often follow from the environment. */
function isDerived(path: ValuePath): boolean {
  const last = path.at(-1);
  return last !== 'tag' && last !== 'digest' && !BASIC_KEYS.has(pathKey(path));
}

function vectorsOf(environments: readonly Facts[]): ReadonlyMap<string, Vector> {
  const vectors = new Map<string, (Json | undefined)[]>();
  environments.forEach((facts, index) => {
    for (const [key, value] of facts) {
      const vector = vectors.get(key) ?? new Array<undefined>(environments.length).fill(undefined);
      vector[index] = value;
      vectors.set(key, vector);
    }
  });
  for (const [key, vector] of vectors) {
    // What an environment does not know is not there.
    if (key.endsWith('\0enabled'))
      vectors.set(
        key,
        vector.map((value) => value ?? false),
      );
  }
  return vectors;
}

function textFact(path: ValuePath, vector: Vector | undefined): readonly TextFact[] {
  return vector !== undefined && !isConstant(vector) ? [{ path, vector }] : [];
}

interface ServiceFacts {
  readonly texts: TextFact[];
  readonly variants: Set<string>;
}

function startIndex() {
  const general: TextFact[] = [];
  const services = new Map<string, ServiceFacts>();
  const hosts = new Map<string, TextFact[]>();
  const addService = ({ path, vector }: Fact) => {
    const [, name = '', section, third = ''] = path;
    const service = services.get(name) ?? { texts: [], variants: new Set<string>() };
    services.set(name, service);
    if (section === 'variants') service.variants.add(third);
    const isRepeated = path.at(-1) === 'repository' && isConstant(vector);
    if (path.at(-2) === 'image' && !isRepeated) service.texts.push({ path, vector });
  };
  const add = (fact: Fact) => {
    const { path, vector } = fact;
    const first = path[0] ?? '';
    if (first === 'services') addService(fact);
    else if (isConstant(vector)) return;
    else if (GENERAL.has(first)) general.push({ path, vector });
    else if (first === 'hosts') addHost(hosts, { path, vector });
  };
  return { general, services, hosts, add };
}

function addHost(hosts: Map<string, TextFact[]>, fact: TextFact): void {
  fact.vector.forEach((host, index) => {
    if (typeof host !== 'string') return;
    const key = `${index} ${host}`;
    const known = hosts.get(key);
    if (known) known.push(fact);
    else hosts.set(key, [fact]);
  });
}

/** Hosts are looked up word by word: a look at each would take time with the square of the platform's size. */
function hostsIn(
  text: string,
  environment: number,
  hosts: ReadonlyMap<string, TextFact[]>,
): readonly TextFact[] {
  if (hosts.size === 0 || text.length > 4_096) return [];
  const words = text.match(/[A-Za-z0-9*](?:[A-Za-z0-9.-]*[A-Za-z0-9])?/g) ?? [];
  return words.flatMap((word) => hosts.get(`${environment} ${word}`) ?? []);
}
