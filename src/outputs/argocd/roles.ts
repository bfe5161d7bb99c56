import type { IProjectRole } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/ProjectRole';
import type { DeliveredEnvironment } from './delivered-environment.ts';

const SEE = ['applications, get', 'logs, get'];

/** Actions of Argo CD that change nothing that Git says, where there are objects of that kind: argo-cd.readthedocs.io, Resource Actions. */
const ACTIONS: readonly (readonly [type: string, actions: readonly string[]])[] = [
  ['apps/v1 Deployment', ['apps/Deployment/restart']],
  ['apps/v1 StatefulSet', ['apps/StatefulSet/restart']],
  ['apps/v1 DaemonSet', ['apps/DaemonSet/restart']],
  // A Job just as the CronJob says, which `kubectl create job` would not be bound to.
  ['batch/v1 CronJob', ['batch/CronJob/create-job', 'batch/CronJob/resume']],
  ['external-secrets.io/v1 ExternalSecret', ['external-secrets.io/ExternalSecret/refresh']],
];

const STEER = ['argoproj.io/Rollout/*', 'argoproj.io/AnalysisRun/terminate'];

/**
 * Who may do what with Applications of an environment: viewers see them and their logs, deployers also sync them, restart
 * what runs, start what runs by a schedule, read secrets anew and steer releases. Nobody may change them, delete them, or sync anything but Git. `applications` is a name,
 * or a pattern of names in the project.
 */
export function roles(
  { outline, inventory }: DeliveredEnvironment,
  project: string,
  applications: string,
): readonly IProjectRole[] {
  const { name, access } = outline;
  const make = (role: string, may: string, groups: readonly string[], actions: readonly string[]) => ({
    name: `${name}-${role}`,
    description: `May ${may} ${name}`,
    groups: [...groups],
    policies: actions.map(
      (action) => `p, proj:${project}:${name}-${role}, ${action}, ${project}/${applications}, allow`,
    ),
  });
  const deploy = [
    ...SEE,
    'applications, sync',
    ...[
      ...ACTIONS.flatMap(([type, actions]) => (inventory.namespacedTypes.has(type) ? actions : [])),
      ...(inventory.rollouts.length > 0 ? STEER : []),
    ].map((action) => `applications, action/${action}`),
  ];
  return [
    ...(access.deployer.length > 0
      ? [make('deployer', 'see, sync and restart', access.deployer, deploy)]
      : []),
    ...(access.viewer.length > 0 ? [make('viewer', 'see', access.viewer, SEE)] : []),
  ];
}
