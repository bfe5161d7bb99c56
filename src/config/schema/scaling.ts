import { z } from 'zod';
import { whole } from './field.ts';

/** A percentage of at least one. */
export const percent = whole(1, 100);

/** How many pods run. */
export const scaling = z
  .strictObject({
    min: whole(1, 1000).describe('Pods that always run'),
    max: whole(1, 1000).describe('Pods at most; the same as min for a fixed size'),
    cpu: percent.optional().describe('Target average of requested CPU, percent; unused while min is max'),
    memory: percent
      .optional()
      .describe('Target average of requested memory, percent; unused while min is max'),
  })
  .refine((value) => value.min <= value.max, { path: ['min'], error: 'expected min to be at most max' })
  .refine((value) => value.min === value.max || value.cpu !== undefined || value.memory !== undefined, {
    error: 'expected a target (cpu or memory, percent) to scale by, as min and max differ',
  });

/** How many pods run, validated. */
export type ScalingInput = z.output<typeof scaling>;
