import type { Json } from '../../src/model/manifest.ts';
import type { Hole, Values } from './template.ts';

/** One occurrence of what a template is derived from. Its values are filled in by deriving. */
export interface Instance {
  readonly value: Json;
  readonly own: Values;
  readonly service: Values & { readonly name: string };
  readonly environment: Values;
}

/** Gives a hole a name that no other hole of its template has. The path begins with the template's own name. */
export type NameHole = (path: readonly string[]) => string;

/** Puts what differs into the values: of the environment where each has but one, else of each instance. */
export function fill(
  instances: readonly Instance[],
  path: readonly string[],
  nameHole: NameHole,
  of: (instance: Instance) => Json,
): Hole {
  const byEnvironment = new Map<Values, Json>();
  const isShared = instances.every((instance) => {
    const value = of(instance);
    if (!byEnvironment.has(instance.environment)) byEnvironment.set(instance.environment, value);
    return byEnvironment.get(instance.environment) === value;
  });
  const key = isShared ? `${path[0]}_${nameHole(path)}` : nameHole(path);
  for (const instance of instances) (isShared ? instance.environment : instance.own)[key] = of(instance);
  return { from: isShared ? 'environment' : 'own', key };
}
