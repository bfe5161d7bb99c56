import type { Check } from '../check.ts';
import { grantedRights } from '../inventory/granted-rights.ts';

const VERBS = ['delete', 'deletecollection'];
const RIGHTS = [
  { group: '', resources: ['events'], verbs: VERBS },
  { group: 'events.k8s.io', resources: ['events'], verbs: VERBS },
];

export const eventDeletionNotGranted: Check = {
  name: 'event-deletion-not-granted',
  topic: 'access',
  severity: 'warning',
  summary: 'No role may delete events.',
  why: 'Events are what remains to see after a break-in or an outage; who deletes them hides what they did.',
  fix: 'Remove `delete` and `deletecollection`; events expire by themselves.',
  sources: ['https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/Delete%20Events/'],
  examine: (inventory, tell) => {
    for (const { object, field, found } of grantedRights(inventory, RIGHTS)) {
      tell(object, field, `expected no right to delete events, found ${found}`);
    }
  },
};
