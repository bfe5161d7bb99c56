import { z } from 'zod';
import { bytesOf, cpuText, memoryText, millicoresOf, within } from '../../quantities/quantity.ts';
import { field } from './field.ts';
import { plausibleCpu, plausibleMemory } from './nearest-quantity.ts';

/** Smallest and largest CPU of a container: a hundredth of a core, and a m5.24xlarge whole (https://aws.amazon.com/ec2/instance-types/m5/). */
const CPU_BOUNDS = ['10m', '96'] as const;

/** CPU of a container, within what nodes have: 200 is 200 cores. */
const containerCpu = field(
  'CPU of a container from 10m to 96 cores, such as 250m or 2',
  { type: ['string', 'integer'], pattern: '^[1-9][0-9]*m?$', minimum: 1, maximum: 96 },
  cpuOf,
  (value) => good(plausibleCpu(value), cpuOf),
);

/**
 * Smallest and largest memory of a container: what container runtimes need to start one
 * (https://docs.docker.com/engine/containers/resource_constraints/#memory), and a m7i.48xlarge whole
 * (https://aws.amazon.com/ec2/instance-types/m7i/).
 */
const MEMORY_BOUNDS = ['6Mi', '768Gi'] as const;

/** Memory of a container, within what nodes have: 512 and 512m are less than a byte or little more. */
const containerMemory = field(
  'memory of a container from 6Mi to 768Gi, such as 256Mi or 2Gi',
  { type: 'string', pattern: '^[1-9][0-9]*(Ki|Mi|Gi|Ti)$' },
  memoryOf,
  (value) => good(plausibleMemory(value), memoryOf),
);

/** Compute resources of a container. */
export const container = z.strictObject({
  requests: z
    .strictObject({ cpu: containerCpu, memory: containerMemory })
    .describe('What is set aside for it'),
  limits: z
    .strictObject({ cpu: containerCpu.optional(), memory: containerMemory })
    .describe('What it gets at most'),
});

function cpuOf(value: unknown): string | undefined {
  return within(cpuText(value), millicoresOf, CPU_BOUNDS);
}

function memoryOf(value: unknown): string | undefined {
  return within(memoryText(value), bytesOf, MEMORY_BOUNDS);
}

/** Whoever follows a fix must not be told that it is wrong. What stands behind a comma are words. */
function good(meant: string | undefined, read: (value: unknown) => unknown): string | undefined {
  return read(meant?.split(',')[0]) === undefined ? undefined : meant;
}
