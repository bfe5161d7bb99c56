import { z } from 'zod';
import { whole } from './field.ts';

/** A percentage of at least one. */
export const percent = whole(1, 100);

/** How many pods run. */
export const scaling = z
  .strictObject({
    min: whole(1, 1000).describe('Pods that always run'),
    max: whole(1, 1000).describe('Pods at most; the same as min for a fixed size'),
    usual: whole(1, 1000)
      .optional()
      .describe('Pods at usual load, for people to compare with; the autoscaler decides'),
    cpu: percent.optional().describe('Target average of requested CPU, percent; unused while min is max'),
    memory: percent
      .optional()
      .describe('Target average of requested memory, percent; unused while min is max'),
    requestsPerSecond: whole(1, 1_000_000)
      .optional()
      .describe(
        'HTTP requests a second that each pod is to get on average, through KEDA; needs `prometheus`',
      ),
  })
  .superRefine((value, context) => {
    if (value.min <= value.max) return;
    const message = `expected at most max, which is ${value.max}, found ${value.min}`;
    context.addIssue({ code: 'custom', path: ['min'], message, input: value });
  })
  .refine(({ usual = 0, min, max }) => usual === 0 || (usual >= min && usual <= max), {
    path: ['usual'],
    error: 'expected usual to be from min to max',
  })
  .refine((value) => value.min === value.max || targets(value), {
    error:
      'expected a target (cpu or memory, percent, or requestsPerSecond) to scale by, as min and max differ',
  });

function targets({ cpu, memory, requestsPerSecond }: Readonly<Record<string, number | undefined>>): boolean {
  return cpu !== undefined || memory !== undefined || requestsPerSecond !== undefined;
}

/** How many pods a drain of nodes may take. */
export const disruption = z
  .strictObject({
    maxUnavailable: whole(1, 1000).optional().describe('Pods that may be missing at once'),
    minAvailable: whole(1, 1000).optional().describe('Pods that always stay; less than `scaling.min`'),
  })
  .refine((value) => (value.maxUnavailable === undefined) !== (value.minAvailable === undefined), {
    error: 'expected either maxUnavailable or minAvailable',
  })
  .describe('Pods that drains of nodes may take; one at a time if left out');

/** How many pods run, validated. */
export type ScalingInput = z.output<typeof scaling>;
