import type { ManifestObject } from '../../model/manifest.ts';
import type { Check } from '../check.ts';
import { specOf } from '../inventory/spec.ts';

export const jobTimeLimited: Check = {
  name: 'job-time-limited',
  topic: 'reliability',
  severity: 'warning',
  summary: 'Every run of a job ends after a time.',
  why: 'A run that hangs holds its pod for ever; no further run starts, a sync waits for it, and nothing ever fails.',
  fix: 'Write `job: {timeout: 10m}` or `migrate: {timeout: 10m}` in the service. Charts write ten minutes when it is left out.',
  sources: ['https://kubernetes.io/docs/concepts/workloads/controllers/job/#job-termination-and-cleanup'],
  examine: ({ workloads }, tell) => {
    for (const { object, pod, podField, isKeptRunning } of workloads) {
      if (isKeptRunning || jobOf(object)?.activeDeadlineSeconds || pod.activeDeadlineSeconds) continue;
      const field = podField.replace('template.spec', 'activeDeadlineSeconds');
      tell(object, field, 'expected a number of seconds, found nothing');
    }
  },
};

interface JobSpec {
  readonly activeDeadlineSeconds: number;
}

interface CronJobSpec {
  readonly jobTemplate: { readonly spec?: Partial<JobSpec> };
}

function jobOf(object: ManifestObject): Partial<JobSpec> | undefined {
  return object.kind === 'CronJob' ? specOf<CronJobSpec>(object).jobTemplate?.spec : specOf<JobSpec>(object);
}
