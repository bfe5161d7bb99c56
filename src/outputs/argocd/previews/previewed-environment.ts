import type { Previews } from '../../../model/previews.ts';
import type { DeliveredEnvironment } from '../delivered-environment.ts';
import type { Inventory } from '../inventory.ts';

/** An environment that has previews, and what is in each of them. */
export interface PreviewedEnvironment extends DeliveredEnvironment {
  readonly previews: Previews;
  readonly contents: Inventory;
}

/** Name of the AppProject of a platform's previews, and of their ApplicationSet. */
export function previewsName(platform: string): string {
  return `${platform}-previews`;
}
