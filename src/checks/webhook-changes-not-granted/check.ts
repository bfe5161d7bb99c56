import type { Check } from '../check.ts';
import { grantedRights } from '../inventory/granted-rights.ts';

const RIGHTS = [
  {
    group: 'admissionregistration.k8s.io',
    resources: ['mutatingwebhookconfigurations', 'validatingwebhookconfigurations'],
    verbs: ['create', 'update', 'patch', 'delete', 'deletecollection'],
  },
];

export const webhookChangesNotGranted: Check = {
  name: 'webhook-changes-not-granted',
  topic: 'access',
  severity: 'warning',
  summary: 'No role may change admission webhooks.',
  why: 'Who changes a webhook sees and rewrites every object of the cluster, Secrets too, or turns the policies off.',
  fix: 'Remove the verbs, or name the configuration in `resourceNames`.',
  sources: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/#control-admission-webhooks'],
  examine: (inventory, tell) => {
    for (const { object, field, found } of grantedRights(inventory, RIGHTS)) {
      tell(object, field, `expected no right to change webhooks, found ${found}`);
    }
  },
};
