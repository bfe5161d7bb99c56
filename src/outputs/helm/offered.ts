import type { Json } from '../../model/manifest.ts';
import type { OtherValue } from '../output.ts';
import type { Decisions } from './decisions.ts';
import { pathKey, pathOf, type ValuePath } from './value-path.ts';

/**
 * What a chart offers to change, each with other values to try: what such a change moves is found out by rendering with
 * them, so what is not offered, and what moves more than the chart can follow, is refused. `*` stands for any name.
 */
interface Offer {
  readonly path: ValuePath;
  /** Other values, for the first try and the second; `index` tells decisions apart. */
  readonly others: (value: Json, index: number) => readonly (Json | undefined)[];
}

const SERVICE = ['services', '*'];
const OWNERS: readonly ValuePath[] = [SERVICE, [...SERVICE, 'variants', '*']];

const OFFERS: readonly Offer[] = [
  ...OWNERS.flatMap((owner) => scalingOffers([...owner, 'scaling'])),
  // Distinct within a service, and no request above its limit.
  offer([...SERVICE, 'resources', 'requests', 'cpu'], (value) => [unless(value, '131m', '133m')]),
  offer([...SERVICE, 'resources', 'requests', 'memory'], (value) => [unless(value, '57Mi', '59Mi')]),
  offer([...SERVICE, 'resources', 'limits', 'cpu'], (value) => [unless(value, '7', '9')]),
  offer([...SERVICE, 'resources', 'limits', 'memory'], (value) => [unless(value, '8011Mi', '8017Mi')]),
  offer([...SERVICE, 'env', '*'], (_, index) => [`zq${index}x`]),
  offer([...SERVICE, 'variants', '*', 'weight'], (value, index) => [unless(value, 1 + (index % 9), 13)]),
  offer(['images', '*', 'tag'], (_, index) => [`zq${index}y`]),
  offer(['images', '*', 'digest'], (_, index) => [`sha256:${String(index).padStart(64, 'e')}`]),
  offer(['images', '*', 'variants', '*', 'tag'], (_, index) => [`zq${index}y`]),
  offer(['images', '*', 'variants', '*', 'digest'], (_, index) => [
    `sha256:${String(index).padStart(64, 'e')}`,
  ]),
  offer(['resources', '*', 'external', 'host'], otherHost),
  offer(['resources', '*', 'external', 'readerHost'], otherHost),
  offer(['tags', '*'], (value, index) => [`${value}-zq${index}`]),
  offer(['domain'], (value) => [`zqd.${value}`]),
];

function offer(path: ValuePath, others: Offer['others']): Offer {
  return { path, others };
}

/** What is sorted by hosts stays in its order. */
function otherHost(value: Json, index: number): readonly Json[] {
  return [String(value).replace('.', `zq${index}.`)];
}

/** Few pods, as it is among few that much turns over, and many. */
function scalingOffers(scaling: ValuePath): readonly Offer[] {
  return [
    offer([...scaling, 'min'], (value) => [unless(value, 3, 4), unless(value, 2, 1)]),
    offer([...scaling, 'max'], (value, index) => [
      unless(value, 611 + (index % 380), 607),
      unless(value, 5, 6),
    ]),
    offer([...scaling, 'cpu'], (value) => [unless(value, 61, 62)]),
    offer([...scaling, 'memory'], (value) => [unless(value, 63, 64)]),
    offer([...scaling, 'requestsPerSecond'], (value) => [unless(value, 1009, 1013)]),
  ];
}

function unless<T extends Json>(value: Json, one: T, other: T): T {
  return value === one ? other : one;
}

/** How often an environment is tried. */
export const TRIES = 2;

/**
 * Other values for one of the tries. A decision that names a fact is none that is tried: it is the fact that changes. `written`
 * are decisions as they stand in the input, with the facts that they name.
 */
export function othersOf(written: Decisions, attempt: number): readonly OtherValue[] {
  const others: OtherValue[] = [];
  let index = 10;
  for (const [key, value] of written) {
    index += 1;
    const path = pathOf(key);
    if ((typeof value === 'string' && value.includes('${')) || isBound(path, written)) continue;
    const found = OFFERS.find((one) => isLike(path, one.path));
    const other = found?.others(value, index)[attempt];
    if (other !== undefined) others.push({ path, value: other });
  }
  return others;
}

/** Memory of a service that has as much of it as it asks for, and the number of pods where each keeps a volume. */
function isBound([section, name = '', part, , amount]: ValuePath, written: Decisions): boolean {
  if (section !== 'services') return false;
  const says = (...path: ValuePath) => written.has(pathKey([section, name, ...path]));
  return (
    (part === 'resources' && amount === 'memory' && says('qos')) ||
    (part === 'scaling' && says('volume', 'size'))
  );
}

function isLike(path: ValuePath, pattern: ValuePath): boolean {
  return (
    path.length === pattern.length && pattern.every((step, place) => step === '*' || step === path[place])
  );
}
