import type { Construct } from 'constructs';
import { CronJob } from '../../imports/kubernetes.ts';
import type { Environment } from '../../src/model/environment.ts';
import type { Service } from '../../src/model/service.ts';
import { serviceLabels } from '../labels.ts';
import { workContainer } from './container.ts';
import { jobSpec } from './job-spec.ts';
import { podTemplate } from './pod.ts';

/** The CronJob of a service that runs on a schedule. */
export function addCronJob(scope: Construct, service: Service, environment: Environment): void {
  const { name, image, job, schedule } = service;
  if (!schedule) throw new Error(`cron ${name} without a schedule: the configuration asks for one`);
  const template = podTemplate(environment, service, {
    image,
    container: workContainer(environment, service, image),
    restartPolicy: 'Never',
  });
  new CronJob(scope, {
    metadata: { name, namespace: environment.namespaces.services, labels: serviceLabels(service) },
    spec: {
      schedule: schedule.cron,
      timeZone: schedule.timeZone,
      concurrencyPolicy: schedule.concurrencyPolicy,
      startingDeadlineSeconds: schedule.startingDeadlineSeconds,
      successfulJobsHistoryLimit: 3,
      failedJobsHistoryLimit: 3,
      jobTemplate: { spec: { ttlSecondsAfterFinished: THREE_DAYS, ...jobSpec(job, template) } },
    },
  });
}

/** In seconds: a run that failed on Friday night can still be looked at on Monday. */
const THREE_DAYS = 3 * 24 * 3600;
