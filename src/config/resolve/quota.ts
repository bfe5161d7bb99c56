import type { Quota } from '../../model/environment.ts';
import { podTerms } from '../../model/pod-terms.ts';
import type { ContainerResources, Service } from '../../model/service.ts';
import { bytesOf, formatBytes, formatMillicores, millicoresOf } from '../../quantities/quantity.ts';
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
    const { jobs, generations, most } = podTerms(service);
    const pods = jobs + generations * most.reduce((total, { pods: own }) => total + own, 0);
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
