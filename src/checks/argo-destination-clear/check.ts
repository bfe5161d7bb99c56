import type { Check } from '../check.ts';
import { argoApplications } from '../inventory/argo-applications.ts';

export const argoDestinationClear: Check = {
  name: 'argo-destination-clear',
  topic: 'delivery',
  severity: 'error',
  summary: 'Every Application names its cluster either by name or by address.',
  why: 'With both, or neither, Argo CD reports an invalid spec and syncs nothing.',
  fix: 'Write `destination.name` or `destination.server`.',
  sources: ['https://argo-cd.readthedocs.io/en/stable/user-guide/application-specification/'],
  examine: (inventory, tell) => {
    for (const { object, field, spec } of argoApplications(inventory)) {
      const { name, server } = spec.destination ?? {};
      if (Boolean(name) === Boolean(server)) {
        tell(object, `${field}.destination`, `expected name or server, found ${name ? 'both' : 'neither'}`);
      }
    }
  },
};
