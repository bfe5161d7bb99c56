import type { Service } from '../../src/model/service.ts';

/** The label by which the pods of one revision are told from those of another; Argo Rollouts has one of its own. */
export function revisionLabel({ release }: Service): string {
  return release ? 'rollouts-pod-template-hash' : 'pod-template-hash';
}
