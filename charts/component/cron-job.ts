import type { Construct } from 'constructs';
import { CronJob } from '../../imports/kubernetes.ts';
import type { Environment } from '../../src/model/environment.ts';
import type { ComponentMetadata } from './add-component.ts';
import type { ScheduledComponent } from './component.ts';
import { podOf } from './pod.ts';

/** The CronJob of a component, one run at a time. The last one that ended and the last one that failed can be looked at. */
export function addCronJob(
  scope: Construct,
  environment: Environment,
  component: ScheduledComponent,
  metadata: ComponentMetadata,
): void {
  new CronJob(scope, {
    metadata,
    spec: {
      schedule: component.schedule,
      timeZone: 'Etc/UTC',
      concurrencyPolicy: 'Forbid',
      startingDeadlineSeconds: component.startingDeadlineSeconds,
      successfulJobsHistoryLimit: 1,
      failedJobsHistoryLimit: 1,
      jobTemplate: {
        metadata: { labels: metadata.labels },
        spec: {
          backoffLimit: component.retries,
          activeDeadlineSeconds: component.timeoutSeconds,
          template: podOf(environment, component),
        },
      },
    },
  });
}
