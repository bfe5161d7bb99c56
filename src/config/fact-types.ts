import type { z } from 'zod';
import { CLOUDS } from '../../choices/clouds/index.ts';
import { host, name, namespace } from './schema/scalars.ts';

/** A fact that any text of a document may name: how it is validated, and what stands in for one at fault. */
export interface FactType {
  readonly schema: z.ZodType;
  readonly assumed: string;
}

type FactTypes = Readonly<Record<string, FactType>>;

const OF_ANY: FactTypes = {
  platform: { schema: name, assumed: 'platform' },
  environment: { schema: name, assumed: 'environment' },
  domain: { schema: host, assumed: 'example.com' },
  'cluster.name': { schema: namespace, assumed: 'cluster' },
};

/** Facts that clusters of one cloud have, by the name of the cloud. */
const OF_CLOUD: ReadonlyMap<unknown, FactTypes> = new Map(
  CLOUDS.map(({ name: cloud, shape, facts }) => [cloud, typesIn(shape, facts)]),
);

function typesIn(
  shape: Readonly<Record<string, z.ZodType>>,
  facts: Readonly<Record<string, string>>,
): FactTypes {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([fact, assumed]) => {
      const schema = shape[fact];
      return schema ? [[`cluster.${fact}`, { schema, assumed }]] : [];
    }),
  );
}

/** The facts of an environment: those of the cloud of its cluster too, or of all where nobody can tell which it is. */
export function factTypes(cloud: unknown): FactTypes {
  const own = OF_CLOUD.get(cloud);
  return own ? { ...OF_ANY, ...own } : Object.assign({}, OF_ANY, ...OF_CLOUD.values());
}

/** Names of the facts of an environment. */
export function factNames(cloud: unknown): readonly string[] {
  return Object.keys(factTypes(cloud));
}

/** Names of facts that some environment may have. */
export const ANY_FACTS: readonly string[] = factNames(undefined);

/** What to say of a fact that only clusters of other clouds have; undefined for what is none. `known` are those of this one. */
export function ofAnotherCloud(
  fact: string,
  known: readonly string[],
): { readonly message: string; readonly fix: string } | undefined {
  if (known.includes(fact)) return undefined;
  const clouds = [...OF_CLOUD].flatMap(([cloud, types]) => (Object.hasOwn(types, fact) ? [cloud] : []));
  if (clouds.length === 0) return undefined;
  const message = `\${${fact}} is a fact of clusters of ${clouds.join(' and ')}, and this one is of another cloud`;
  return { message, fix: `facts here are: ${known.join(', ')}` };
}
