import type { Json } from '../../src/model/manifest.ts';

/** Plain data under names: what a template's holes are filled from. */
export type Values = Record<string, Json>;

/** A place in a template, and where its value stands: in the object's own values, its service's or its environment's. */
export interface Hole {
  readonly from: 'own' | 'service' | 'environment';
  readonly key: string;
}

/**
 * What every object of one kind has in common. It is turned into JavaScript and into a Helm template, so that the
 * tools compared build the same objects from the same values, each in its own way.
 */
export type Template =
  /** A scalar, an empty map or an empty list. */
  | { readonly type: 'constant'; readonly value: Json }
  /** A string in parts. `isPlain`: no value needs an escape inside double quotes. */
  | { readonly type: 'text'; readonly parts: readonly (string | Hole)[]; readonly isPlain: boolean }
  | { readonly type: 'integer'; readonly hole: Hole }
  /** Anything, as it is. */
  | { readonly type: 'data'; readonly hole: Hole }
  | { readonly type: 'object'; readonly fields: readonly Field[] }
  | { readonly type: 'list'; readonly items: readonly Template[] }
  /** A list of any length: the item once for each of the values under the key. */
  | { readonly type: 'loop'; readonly key: string; readonly item: Template }
  /** A map of any keys: as a loop, whose values also hold `key`. */
  | { readonly type: 'map'; readonly key: string; readonly value: Template };

/** A field of an object; one with a condition is there only when that own value is true. */
export interface Field {
  readonly key: string;
  readonly template: Template;
  readonly condition: string | undefined;
}
