import type { Service } from '../../src/model/service.ts';

/**
 * Metadata of a workload that Reloader restarts when the service's Secret changes, so that rotated credentials reach
 * environment variables. Not for jobs: Reloader would run them again, and they read the Secret at every start.
 */
export function reloadOnSecretChange(service: Service): {
  readonly annotations?: Readonly<Record<string, string>>;
} {
  if (service.secretKeys.length === 0) return {};
  const reload = { 'secret.reloader.stakater.com/reload': service.name };
  return { annotations: service.release ? { ...reload, ...RESTART } : reload };
}

/** A changed template would be a new version to Argo Rollouts, with all steps, and a difference from Git to Argo CD. */
const RESTART = { 'reloader.stakater.com/rollout-strategy': 'restart' } as const;
