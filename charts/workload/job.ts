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
  addJob(scope, service, environment, { name, spec: jobSpec(job, template), helmHook: AFTER_THE_OTHERS });
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
  addJob(scope, service, environment, {
    name: migrationName(name),
    spec: jobSpec(migrate, template),
    helmHook: BEFORE_THE_WORKLOAD,
  });
}

/** A Job that a release starts, and when Helm does so. */
interface OncePerRelease {
  readonly name: string;
  readonly spec: JobSpec;
  readonly helmHook: string;
}

function addJob(
  scope: Construct,
  service: Service,
  environment: Environment,
  { name, spec, helmHook }: OncePerRelease,
): void {
  new Job(scope, {
    metadata: {
      name,
      namespace: environment.namespaces.services,
      labels: { ...serviceLabels(service), ...ONCE },
      annotations: { ...ONCE_PER_SYNC, 'helm.sh/hook': helmHook, ...ONCE_PER_UPGRADE },
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

// Helm has words of its own for the same. Argo CD passes over them where it finds its own:
// https://argo-cd.readthedocs.io/en/stable/user-guide/helm/#helm-hooks
const ONCE_PER_UPGRADE = { 'helm.sh/hook-delete-policy': 'before-hook-creation' } as const;

/** Before an installation there is no account, secret or policy yet; before an upgrade there are those of the last. */
const BEFORE_THE_WORKLOAD = 'post-install,pre-upgrade';
const AFTER_THE_OTHERS = 'post-install,post-upgrade';

/** Selects the Jobs that `kubectl apply` cannot change, so that they can be deleted before it. */
const ONCE = { 'charthouse.dev/runs': 'once' } as const;
