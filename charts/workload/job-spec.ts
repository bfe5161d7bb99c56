import type { JobSpec, PodTemplate } from '../../imports/kubernetes.ts';
import type { JobLimits } from '../../src/model/service.ts';

/** A run that ends, by itself or at its deadline. Each attempt is a pod of its own, so that its log is kept. */
export function jobSpec({ backoffLimit, activeDeadlineSeconds }: JobLimits, template: PodTemplate): JobSpec {
  return { backoffLimit, activeDeadlineSeconds, podFailurePolicy: FORGIVE_DISRUPTIONS, template };
}

// A drained node is not the fault of the run: https://kubernetes.io/docs/tasks/job/pod-failure-policy/
const FORGIVE_DISRUPTIONS: NonNullable<JobSpec['podFailurePolicy']> = {
  rules: [{ action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] }],
};
