import type { IProjectRole } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/ProjectRole';
import type { DeliveredEnvironment } from './delivered-environment.ts';

const SEE = ['applications, get', 'logs, get'];
const RESTART = 'applications, action/apps/Deployment/restart';
const RESTART_STATEFUL = 'applications, action/apps/StatefulSet/restart';
const STEER = 'applications, action/argoproj.io/Rollout/*';

/**
 * Who may do what with Applications of an environment: viewers see them and their logs, deployers also sync them, restart
 * what runs and steer releases. Nobody may change them, delete them, or sync anything but Git. `applications` is a name,
 * or a pattern of names in the project.
 */
export function roles(
  { facts, inventory }: DeliveredEnvironment,
  project: string,
  applications: string,
): readonly IProjectRole[] {
  const { name, access } = facts;
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
    RESTART,
    ...(inventory.namespacedTypes.has('apps/v1 StatefulSet') ? [RESTART_STATEFUL] : []),
    ...(inventory.rollouts.length > 0 ? [STEER] : []),
  ];
  return [
    ...(access.deployer.length > 0
      ? [make('deployer', 'see, sync and restart', access.deployer, deploy)]
      : []),
    ...(access.viewer.length > 0 ? [make('viewer', 'see', access.viewer, SEE)] : []),
  ];
}
