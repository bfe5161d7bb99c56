import { KIND_TRAITS } from './kind-traits.ts';
import type { Service } from './service.ts';

/** The pods of a service that can exist at once: `jobs`, and `generations` of each of `most`. */
export interface PodTerms {
  readonly jobs: number;
  readonly generations: number;
  /** What each variant is scaled to at most, the stable one first. */
  readonly most: readonly { readonly variant: string | undefined; readonly pods: number }[];
}

/**
 * Of every variant and each job both generations; of a StatefulSet one, as a pod is gone before its successor of the same
 * name starts.
 */
export function podTerms({
  kind,
  scaling,
  variants,
  migrate,
}: Pick<Service, 'kind' | 'scaling' | 'variants' | 'migrate'>): PodTerms {
  const jobs = migrate ? GENERATIONS : 0;
  const { endsByItself, hasNamedPods } = KIND_TRAITS[kind];
  if (endsByItself) return { jobs: jobs + GENERATIONS, generations: 0, most: [] };
  const stable = { variant: undefined, pods: scaling.max };
  if (hasNamedPods) return { jobs, generations: 1, most: [stable] };
  const others = variants.map(({ name, scaling: { max } }) => ({ variant: name, pods: max }));
  return { jobs, generations: GENERATIONS, most: [stable, ...others] };
}

/**
 * Pods that are ending count until their grace period is over, and while a version replaces another the whole old one
 * may be ending as the whole new one runs, however the update goes; so with a Job whose pod is evicted, and that starts
 * another. https://kubernetes.io/docs/concepts/policy/resource-quotas/
 */
const GENERATIONS = 2;
