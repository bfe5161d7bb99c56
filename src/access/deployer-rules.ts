import type { Environment } from '../model/environment.ts';
import type { Rule } from './rule.ts';

/**
 * What keeps a service going between two commits, beside looking: to start a pod anew, to run more or fewer pods until
 * the autoscaler or Git says otherwise, to end a Job, to promote, abort and retry a release. What runs stays what Git
 * says: whoever may write a pod template may mount every Secret of the namespace and be every account in it.
 */
export const DEPLOYER_RULES: readonly Rule[] = [
  { apiGroups: [''], resources: ['pods'], verbs: ['delete'] },
  {
    apiGroups: ['apps'],
    resources: ['deployments/scale', 'statefulsets/scale'],
    verbs: ['get', 'patch', 'update'],
  },
  { apiGroups: ['argoproj.io'], resources: ['rollouts/status'], verbs: ['get', 'patch', 'update'] },
  { apiGroups: ['batch'], resources: ['jobs'], verbs: ['delete'] },
];

/**
 * Whether deployers may do that in a namespace. Not beside External Secrets, whose operator reads every secret: nobody
 * has a reason to stop it who may not also mend it.
 */
export function isForDeployers(namespace: string, { namespaces }: Environment): boolean {
  return namespace !== namespaces.externalSecrets;
}
