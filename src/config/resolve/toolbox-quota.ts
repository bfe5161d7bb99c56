import type { Quota } from '../../model/environment.ts';
import type { Service } from '../../model/service.ts';
import { bytesOf, formatBytes, formatMillicores, millicoresOf } from '../../quantities/quantity.ts';
import { servicesQuota } from './quota.ts';

/** The quota of a namespace of those services, with room for a job of Charthouse's own beside them. */
export function withToolbox(services: readonly Omit<Service, 'callers'>[]): Quota {
  const quota = servicesQuota(undefined, services);
  const more = (memory: string) => formatBytes(bytesOf(memory) + JOB.bytes);
  return {
    ...quota,
    pods: quota.pods + JOB.pods,
    requestsCpu: formatMillicores(millicoresOf(quota.requestsCpu) + JOB.millicores),
    requestsMemory: more(quota.requestsMemory),
    limitsMemory: more(quota.limitsMemory),
  };
}

/** Whole units, so that sums stay round. Two pods: one that has just failed counts until it is gone. */
const JOB = { pods: 2, millicores: 1000, bytes: 1024 ** 3 } as const;
