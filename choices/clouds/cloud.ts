import type { z } from 'zod';
import type { CloudName } from '../../src/model/cluster.ts';

/** A cloud that clusters run in: what the input says of one there. */
export interface Cloud {
  readonly name: CloudName;
  /** Keys of `cluster` that a cluster there has, beside those every cluster has. */
  readonly shape: z.ZodRawShape;
  /** Those that any text may name, as `${cluster.region}`, and what stands in for one at fault. */
  readonly facts: Readonly<Record<string, string>>;
}
