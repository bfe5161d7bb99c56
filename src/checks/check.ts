import type { CheckPage } from '../model/check.ts';
import type { ManifestObject } from '../model/manifest.ts';
import type { Inventory } from './inventory/inventory.ts';

/**
 * Takes what a check found wrong: the object, the path of the field within it (`''` for the object as a whole; items
 * of lists by name where they have one), and what was expected and found.
 */
export type Tell = (object: ManifestObject, field: string, message: string) => void;

/** A rule over all objects of one environment. */
export interface Check extends CheckPage {
  /**
   * Tells everything wrong, in the order of the objects. Objects that do not have the shape of their kind are not in
   * the inventory (`well-formed` has told them), so fields have the types of the API's documentation, or are absent.
   */
  readonly examine: (inventory: Inventory, tell: Tell) => void;
}
