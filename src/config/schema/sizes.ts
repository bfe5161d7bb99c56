import { z } from 'zod';
import { container } from './container-size.ts';
import { whole } from './field.ts';
import * as scalar from './scalars.ts';

/** Compute resources of sidecars. */
export const proxy = container.extend({
  guaranteed: z
    .strictObject({ cpu: scalar.cpu, memory: scalar.memory })
    .prefault({ cpu: '100m', memory: '128Mi' })
    .describe('What the sidecar of a service with `qos: Guaranteed` gets, no less and no more'),
});

/** Hard limits of a namespace. */
export const quota = z.strictObject({
  cpu: scalar.cpu.describe('Sum of CPU requests'),
  memory: scalar.memory.describe('Sum of memory requests'),
  memoryLimit: scalar.memory.describe('Sum of memory limits'),
  pods: whole(1, 100_000).describe('Pods at most'),
  volumes: whole(0, 10_000).default(0).describe('PersistentVolumeClaims at most'),
  storage: scalar.memory.optional().describe('Sum of volume sizes'),
});
