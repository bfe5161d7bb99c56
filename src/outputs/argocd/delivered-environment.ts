import type { Delivery } from '../../model/delivery.ts';
import type { Environment } from '../../model/environment.ts';
import { awaitedBy, turnsOf } from '../../model/turns.ts';
import type { Inventory } from './inventory.ts';
import { sortedMap } from './sorted-map.ts';

/** What Argo CD's objects say of an environment. Its services are left out, so that they need not be kept. */
export interface EnvironmentOutline
  extends Omit<Environment, 'services' | 'outsideHosts' | 'publicHosts' | 'delivery'> {
  /** Whether it runs any service in two pods or more: one that runs all of them once makes do with less around them. */
  readonly isRedundant: boolean;
}

/** An environment that Argo CD brings into its cluster, and what is in it. */
export interface DeliveredEnvironment {
  readonly outline: EnvironmentOutline;
  readonly delivery: Delivery;
  readonly inventory: Inventory;
  /** When its services come up, by name. */
  readonly order: ServiceOrder;
  /** What is in each of its previews, where it has any. */
  readonly previewInventory?: Inventory | undefined;
}

/** The turns of services, and those of them that Jobs of others wait for. */
export interface ServiceOrder {
  readonly turns: ReadonlyMap<string, number>;
  readonly awaited: ReadonlySet<string>;
}

/** The environment as Argo CD's objects need it; undefined when something else delivers it. */
export function deliveredEnvironment(
  environment: Environment,
  inventory: Inventory,
  previewInventory?: Inventory,
): DeliveredEnvironment | undefined {
  const { services, outsideHosts: _hosts, publicHosts: _public, delivery, ...rest } = environment;
  const outline = { ...rest, isRedundant: services.some(({ scaling }) => scaling.min > 1) };
  return delivery && { outline, delivery, inventory, order: orderOf(services), previewInventory };
}

function orderOf(services: Environment['services']): ServiceOrder {
  const byName = new Map(services.map((service) => [service.name, service]));
  const awaited = services.flatMap((service) => awaitedBy(service, byName).map(({ name }) => name));
  return { turns: turnsOf(services), awaited: new Set(awaited) };
}

/**
 * Name of the Application of a part of an environment, or a pattern for all of them. With a dot, which names of the input
 * have not: so no pattern takes in another environment's.
 */
export function applicationName({ platform, name }: EnvironmentOutline, part: string): string {
  return `${platform}-${name}.${part}`;
}

/** The pattern of the names of an environment's Applications. */
export function everyApplication(outline: EnvironmentOutline): string {
  return applicationName(outline, '*');
}

/** Labels of what belongs to a platform. */
export function platformLabels(platform: string): Record<string, string> {
  return { 'app.kubernetes.io/managed-by': 'charthouse', 'app.kubernetes.io/part-of': platform };
}

/** Labels of what belongs to an environment: its tags too. */
export function deliveryLabels({ platform, name, tags }: EnvironmentOutline): Record<string, string> {
  return sortedMap({ ...tags, ...platformLabels(platform), 'charthouse.dev/environment': name });
}
