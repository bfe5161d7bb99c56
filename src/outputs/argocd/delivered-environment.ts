import type { Delivery } from '../../model/delivery.ts';
import type { Environment } from '../../model/environment.ts';
import type { Inventory } from './inventory.ts';
import { sortedMap } from './sorted-map.ts';

/** What Argo CD's objects say of an environment. Its services are left out, so that they need not be kept. */
export type EnvironmentFacts = Omit<Environment, 'services' | 'outsideHosts' | 'publicHosts' | 'delivery'>;

/** An environment that Argo CD brings into its cluster, and what is in it. */
export interface DeliveredEnvironment {
  readonly facts: EnvironmentFacts;
  readonly delivery: Delivery;
  readonly inventory: Inventory;
  /** What is in each of its previews, where it has any. */
  readonly previewInventory?: Inventory | undefined;
}

/** The environment as Argo CD's objects need it; undefined when something else delivers it. */
export function deliveredEnvironment(
  environment: Environment,
  inventory: Inventory,
  previewInventory?: Inventory,
): DeliveredEnvironment | undefined {
  const { services: _, outsideHosts: _hosts, publicHosts: _public, delivery, ...facts } = environment;
  return delivery && { facts, delivery, inventory, previewInventory };
}

/** Name of the Application of an environment. */
export function applicationName({ platform, name }: EnvironmentFacts): string {
  return `${platform}-${name}`;
}

/** Labels of what belongs to a platform. */
export function platformLabels(platform: string): Record<string, string> {
  return { 'app.kubernetes.io/managed-by': 'charthouse', 'app.kubernetes.io/part-of': platform };
}

/** Labels of what belongs to an environment: its tags too. */
export function deliveryLabels({ platform, name, tags }: EnvironmentFacts): Record<string, string> {
  return sortedMap({ ...tags, ...platformLabels(platform), 'charthouse.dev/environment': name });
}
