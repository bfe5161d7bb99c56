import type { Check } from '../check.ts';
import type { ServiceEntrySpec } from '../inventory/istio.ts';
import { specOf } from '../inventory/spec.ts';

export const serviceEntryResolvable: Check = {
  name: 'service-entry-resolvable',
  topic: 'mesh',
  severity: 'error',
  summary: 'No ServiceEntry asks DNS for a wildcard host.',
  why: 'Istio’s admission webhook refuses it, so the sync fails; without the webhook the host has no addresses, and calls get 503.',
  fix: 'Write `resolution: NONE` for hosts with a wildcard, or name the hosts.',
  sources: [
    'https://istio.io/latest/docs/reference/config/networking/service-entry/#ServiceEntry-Resolution',
  ],
  examine: ({ ofKind }, tell) => {
    for (const entry of ofKind('ServiceEntry', 'networking.istio.io')) {
      const { hosts = [], resolution } = specOf<ServiceEntrySpec>(entry);
      const wildcard = hosts.find((host) => host.includes('*'));
      if (!wildcard || (resolution !== 'DNS' && resolution !== 'DNS_ROUND_ROBIN')) continue;
      tell(
        entry,
        'spec.resolution',
        `expected NONE, as ${wildcard} has no address of its own; found ${resolution}`,
      );
    }
  },
};
