import type { Construct } from 'constructs';
import { Job, type JobSpec } from '../../imports/kubernetes.ts';
import type { Environment } from '../../src/model/environment.ts';
import type { Service } from '../../src/model/service.ts';
import { serviceLabels } from '../labels.ts';
import { migrationName } from '../names.ts';
import { migrationContainer, workContainer } from './container.ts';
import { jobSpec } from './job-spec.ts';
import { podTemplate } from './pod.ts';

/** The Job of a service that runs once per release. */
export function addTask(scope: Construct, service: Service, environment: Environment): void {
  const { name, image, job } = service;
  const template = podTemplate(environment, service, {
    image,
    container: workContainer(environment, service, image),
    restartPolicy: 'Never',
  });
  addJob(scope, service, environment, name, jobSpec(job, template));
}

/** The Job that prepares a release of a service, such as its database; nothing where it has none. */
export function addMigration(scope: Construct, service: Service, environment: Environment): void {
  const { name, image, migrate } = service;
  if (!migrate) return;
  const template = podTemplate(environment, service, {
    image,
    component: 'migration',
    container: migrationContainer(environment, service, migrate),
    restartPolicy: 'Never',
  });
  addJob(scope, service, environment, migrationName(name), jobSpec(migrate, template));
}

function addJob(
  scope: Construct,
  service: Service,
  environment: Environment,
  name: string,
  spec: JobSpec,
): void {
  new Job(scope, {
    metadata: {
      name,
      namespace: environment.namespaces.services,
      labels: serviceLabels(service),
      annotations: ONCE_PER_SYNC,
    },
    spec,
  });
}

// A Job's template cannot be changed, so Argo CD deletes the last one first. In the Sync phase and not before it,
// where on the first install neither ServiceAccount nor Secret would exist. No ttlSecondsAfterFinished: Argo CD
// would wait for a Job that is gone, https://github.com/argoproj/argo-cd/issues/21055
const ONCE_PER_SYNC = {
  'argocd.argoproj.io/hook': 'Sync',
  'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation',
} as const;
