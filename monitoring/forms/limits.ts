import type { ScrapeConfig } from './scrape-config.ts';

/** Bounds of what one target may send. */
export type Limits = Pick<ScrapeConfig, 'label_limit' | 'label_value_length_limit' | 'sample_limit'>;

// Istio's requests have some 30 labels, pods of kube-state-metrics as many as their allow-list.
const LABELS = 64;
// Longer values are texts (queries, stack traces, URLs), which do not belong into labels.
const VALUE_LENGTH = 1024;

function limits(samples: number): Limits {
  return { sample_limit: samples, label_limit: LABELS, label_value_length_limit: VALUE_LENGTH };
}

/**
 * One pod of a service: ten callers, five status codes and twenty buckets of three histograms are 3,000 series, its own
 * metrics a few hundred. 20,000 is a label that never repeats.
 */
export const OF_SERVICE = limits(20_000);

/** The gateway stands before every service, so it has the series of all of them. */
export const OF_GATEWAY = limits(100_000);

/** A program with metrics about itself, or about one other. */
export const OF_PROGRAM = limits(20_000);

/** A kubelet: 110 pods with some 100 series each, and as many of its own. */
export const OF_KUBELET = limits(50_000);

/** An API server has a histogram of each resource, verb and scope. */
export const OF_API_SERVER = limits(100_000);

/** kube-state-metrics has some 60 series of each pod: 500 services of ten pods are 300,000. */
export const OF_KUBE_STATE_METRICS = limits(500_000);
