import { indexLabels } from './label-index.ts';
import type { LabelSelector } from './selector.ts';
import type { Workload } from './workload.ts';

/** The workloads of a namespace that a selector selects. */
export type Selected = (namespace: string, selector: LabelSelector) => readonly Workload[];

/** Finds workloads by the labels of their pods. */
export function indexWorkloads(workloads: readonly Workload[]): Selected {
  return indexLabels(
    workloads.map((workload) => ({
      item: workload,
      namespace: workload.namespace,
      labels: workload.podLabels,
    })),
  );
}
