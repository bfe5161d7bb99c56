import type { Check } from '../check.ts';
import { grantedRights } from '../inventory/granted-rights.ts';

const RIGHTS = [
  {
    group: 'certificates.k8s.io',
    resources: ['certificatesigningrequests/approval'],
    verbs: ['update', 'patch'],
  },
  { group: 'certificates.k8s.io', resources: ['signers'], verbs: ['approve', 'sign'] },
];

export const certificateApprovalNotGranted: Check = {
  name: 'certificate-approval-not-granted',
  topic: 'access',
  severity: 'warning',
  summary: 'No role may approve certificates of the cluster.',
  why: 'A certificate for `system:masters` is a login with all rights that cannot be revoked.',
  fix: 'Remove the rule, or name the signer in `resourceNames`.',
  sources: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/#csrs-and-certificate-issuing'],
  examine: (inventory, tell) => {
    for (const { object, field, found } of grantedRights(inventory, RIGHTS)) {
      tell(object, field, `expected no right to approve certificates, found ${found}`);
    }
  },
};
