import type { Construct } from 'constructs';
import type { Environment } from '../../src/model/environment.ts';
import type { Service, ServiceKind } from '../../src/model/service.ts';
import type { Concern } from '../concern.ts';
import { addConfigMap } from './config-map.ts';
import { addCronJob } from './cron-job.ts';
import { addDeployments } from './deployment.ts';
import { addFiles } from './files.ts';
import { addMigration, addTask } from './job.ts';
import { addRollout } from './rollout.ts';
import { addService } from './service.ts';
import { addServiceAccount } from './service-account.ts';
import { addStatefulSet } from './stateful-set.ts';
import { traced } from './tracing.ts';

/** What runs: a workload of the service's kind, and what its pods need to start and to be found. */
export const workload: Concern = {
  name: 'workload',
  summary: 'Deployment or Rollout, StatefulSet, CronJob or Job, with Service, ServiceAccount and ConfigMap',
  perService(scope, plain, environment) {
    const service = traced(plain, environment);
    addServiceAccount(scope, service, environment);
    addConfigMap(scope, service, environment);
    addFiles(scope, service, environment);
    addService(scope, service, environment);
    addMigration(scope, service, environment);
    ADD_WORKLOAD[service.kind](scope, service, environment);
  },
};

const ADD_WORKLOAD: Readonly<
  Record<ServiceKind, (scope: Construct, service: Service, environment: Environment) => void>
> = {
  web: addRunning,
  worker: addDeployments,
  stateful: addStatefulSet,
  cron: addCronJob,
  task: addTask,
};

function addRunning(scope: Construct, service: Service, environment: Environment): void {
  if (service.release) addRollout(scope, service, environment, service.release);
  else addDeployments(scope, service, environment);
}
