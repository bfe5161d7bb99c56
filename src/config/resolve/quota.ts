import type { Quota } from '../../model/environment.ts';
import { KIND_TRAITS } from '../../model/kind-traits.ts';
import type { ContainerResources, Service } from '../../model/service.ts';
import { bytesOf, formatBytes, formatMillicores, millicoresOf } from '../quantity.ts';
import type { DocumentInput } from '../schema/document.ts';

/** What namespaces of components that are not services may use, unless the environment says otherwise. */
const COMPONENTS: Quota = {
  requestsCpu: '4',
  requestsMemory: '8Gi',
  limitsMemory: '16Gi',
  pods: 50,
  persistentVolumeClaims: 0,
  requestsStorage: '0',
};

/**
 * Pods that are ending count until their grace period is over, and while a version replaces another the whole old one
 * may be ending as the whole new one runs, however the update goes; so with a Job whose pod is evicted, and that starts
 * another. https://kubernetes.io/docs/concepts/policy/resource-quotas/
 */
const GENERATIONS = 2;

const CORE = 1000;
const GIBI = 1024 ** 3;

const NO_SIDECAR: ContainerResources = {
  requests: { cpu: '0', memory: '0' },
  limits: { cpu: undefined, memory: '0' },
};

/** The quota an environment gives a namespace, or that of components. */
export function componentQuota(written: DocumentInput['quotas'][keyof DocumentInput['quotas']]): Quota {
  return written ? writtenQuota(written) : COMPONENTS;
}

/**
 * The quota of the services' namespace: as written, or what all services need at their largest while all of them are
 * being replaced and the old pods are still ending, sidecars included, in whole cores and GiB.
 */
export function servicesQuota(
  written: DocumentInput['quotas']['services'],
  services: readonly Omit<Service, 'callers'>[],
): Quota {
  if (written) return writtenQuota(written);
  const sum = { cpu: 0, memory: 0, limit: 0, pods: 0, volumes: 0, storage: 0 };
  for (const service of services) {
    const pods = podsAtMost(service);
    const { resources, proxyResources: proxy = NO_SIDECAR } = service;
    sum.cpu += pods * (millicoresOf(resources.requests.cpu) + millicoresOf(proxy.requests.cpu));
    sum.memory += pods * (bytesOf(resources.requests.memory) + bytesOf(proxy.requests.memory));
    sum.limit += pods * (bytesOf(resources.limits.memory) + bytesOf(proxy.limits.memory));
    sum.pods += pods;
    if (!service.volume) continue;
    sum.volumes += service.scaling.max;
    sum.storage += service.scaling.max * bytesOf(service.volume.size);
  }
  return {
    requestsCpu: formatMillicores(roundUp(sum.cpu, CORE)),
    requestsMemory: formatBytes(roundUp(sum.memory, GIBI)),
    limitsMemory: formatBytes(roundUp(sum.limit, GIBI)),
    pods: sum.pods,
    persistentVolumeClaims: sum.volumes,
    requestsStorage: formatBytes(sum.storage),
  };
}

/**
 * Pods of a service that can exist at once: of every variant and each job both generations; of a StatefulSet one, as
 * a pod is gone before its successor of the same name starts.
 */
function podsAtMost({ kind, scaling, variants, migrate }: Omit<Service, 'callers'>): number {
  const jobs = migrate ? GENERATIONS : 0;
  const { endsByItself, hasNamedPods } = KIND_TRAITS[kind];
  if (endsByItself) return jobs + GENERATIONS;
  if (hasNamedPods) return jobs + scaling.max;
  return jobs + GENERATIONS * variants.reduce((sum, variant) => sum + variant.scaling.max, scaling.max);
}

/** A quota as an environment writes it. */
export function writtenQuota(written: NonNullable<DocumentInput['quotas']['services']>): Quota {
  return {
    requestsCpu: written.cpu,
    requestsMemory: written.memory,
    limitsMemory: written.memoryLimit,
    pods: written.pods,
    persistentVolumeClaims: written.volumes,
    requestsStorage: written.storage ?? '0',
  };
}

function roundUp(amount: number, step: number): number {
  return Math.ceil(amount / step) * step;
}
