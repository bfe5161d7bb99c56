import type { Environment } from '../../src/model/environment.ts';

/** The series of a metric, with matchers beside the one of its job. */
export type Selector = (metric: string, ...matchers: readonly string[]) => string;

/** Selects what one job exports; in tests, with equal signs only, it names a series. */
export function selector(job: string, ...own: readonly string[]): Selector {
  return (metric, ...matchers) => `${metric}{${[`job="${job}"`, ...own, ...matchers].join(',')}}`;
}

/** Objects of Kubernetes. Their namespace is that of the object, so it has to be scraped with `honor_labels`. */
export const kubeState: Selector = selector('kube-state-metrics');

/** Containers, and whole nodes as the container `/`. */
export const cadvisor: Selector = selector('kubelet', 'metrics_path="/metrics/cadvisor"');

/** The kubelet of each node, by the label `node`. */
export const kubelet: Selector = selector('kubelet', 'metrics_path="/metrics"');

export const apiserver: Selector = selector('apiserver');

/** Nodes; `instance` is the name of the node. */
export const nodeExporter: Selector = selector('node-exporter');

/** Where the rules about workloads look. */
export interface Place {
  /** Matcher of all namespaces that the platform owns. */
  readonly owned: string;
  /** Matcher of one of them, for the series of tests. */
  readonly one: string;
}

/**
 * Rules about workloads see the platform's own namespaces; others have owners of their own. One that is named and not
 * there matches nothing, and so the environments of a platform have the same rules.
 */
export function placeOf({ ownedNamespaces, namespaces }: Environment): Place {
  const owned = ownedNamespaces.map(({ name }) => name);
  const names = new Set([...owned, ...(namespaces.nodeAgents === undefined ? [] : [namespaces.nodeAgents])]);
  return { owned: `namespace=~"${[...names].sort().join('|')}"`, one: `namespace="${namespaces.services}"` };
}
