import type { Observability } from '../../../model/observability.ts';
import type { ObservabilityInput } from '../../schema/observability.ts';

type Level = ObservabilityInput['level'];

/**
 * Of each replica, for a hundred pods. Prometheus keeps the latest hours of all series in memory, and more is scraped at
 * each level. Limits leave room for a restart, which reads its log of changes back, and fit a node of 8 GiB.
 */
const RESOURCES: Readonly<Record<Level, Observability['prometheus']['resources']>> = {
  minimal: { requests: { cpu: '100m', memory: '512Mi' }, limits: { cpu: undefined, memory: '2Gi' } },
  standard: { requests: { cpu: '150m', memory: '1Gi' }, limits: { cpu: undefined, memory: '3Gi' } },
  full: { requests: { cpu: '250m', memory: '2Gi' }, limits: { cpu: undefined, memory: '4Gi' } },
};

/** How long metrics are kept, and on what; defaults by level. */
export function prometheusStorageOf(
  { level, prometheus }: ObservabilityInput,
  usualClass: string,
): Observability['prometheus'] {
  const { retentionDays, storage, storageClass = usualClass, replicas, resources } = prometheus;
  return {
    retentionDays,
    storage: storage ?? (level === 'minimal' ? '20Gi' : '50Gi'),
    storageClass,
    replicas: replicas ?? (level === 'full' ? 2 : 1),
    resources: resources
      ? {
          requests: resources.requests,
          limits: { cpu: resources.limits.cpu, memory: resources.limits.memory },
        }
      : RESOURCES[level],
  };
}

/** Whole weeks, so that each day of the week weighs the same. */
const PERIODS = [28, 14, 7] as const;

/** Days that error budgets are counted over: the longest period that metrics are there for to its end. */
export function sloDays(retentionDays: number): number {
  return PERIODS.find((days) => days < retentionDays) ?? 7;
}
