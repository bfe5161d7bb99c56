import { isMap } from '../../maps/is-map.ts';
import type { Json } from '../../model/manifest.ts';

type Map = { readonly [key: string]: Json };

/** What an item of a list is known by, where it has such a thing: its name, or what takes a name's place in its kind. */
export function itemLabel(item: Json | undefined): string | undefined {
  if (!isMap(item)) return undefined;
  for (const find of LABELS) {
    const label = find(item);
    if (typeof label === 'string') return label;
  }
  return undefined;
}

const LABELS: readonly ((item: Map) => Json | undefined)[] = [
  (item) => item['name'],
  (item) => item['topologyKey'],
  (item) => item['secretKey'],
  (item) => within(item['containerResource'], 'name'),
  (item) => within(item['resource'], 'name'),
  (item) => within(item['destination'], 'subset'),
];

function within(value: Json | undefined, key: string): Json | undefined {
  return isMap(value) ? value[key] : undefined;
}
