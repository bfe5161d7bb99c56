import type { Construct } from 'constructs';
import type { z } from 'zod';
import type { Environment } from '../../src/model/environment.ts';
import type { Mesh } from '../../src/model/mesh.ts';
import type { Ingress } from '../../src/model/way-in.ts';
import type { Refusal } from '../refusal.ts';

/** What of an environment a way in depends on. */
export interface Surroundings {
  readonly mesh: Mesh | undefined;
}

/** The model of one way in. */
export type OfWay<Way extends Ingress['way']> = Extract<Ingress, { readonly way: Way }>;

/** One way that requests come in from outside: how it is written, and what is rendered of it. */
export interface WayIn<Way extends Ingress['way'], Input extends z.ZodType> {
  readonly schema: Input;
  /** Whether the pods it leads to are in a mesh. */
  readonly mesh: 'needed' | 'refused';
  readonly resolve: (input: z.output<Input>, surroundings: Surroundings) => OfWay<Way>;
  /** What services may ask of other ways in, and this one cannot do. */
  readonly refusals: readonly Refusal[];
  /** What leads to the public hosts of an environment, of which there are some. */
  readonly render: (scope: Construct, way: OfWay<Way>, environment: Environment) => void;
}
