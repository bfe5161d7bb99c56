import type { Service } from '../../model/service.ts';
import type { ServiceInput } from '../schema/service.ts';

type Placement = Pick<Service, 'antiAffinity' | 'nodeSelector' | 'tolerations' | 'runsAs'>;

/** Where the pods of a service run, and whom as. */
export function placementOf({
  antiAffinity,
  nodeSelector = {},
  tolerations = [],
  securityContext,
}: ServiceInput): Placement {
  const { runAsUser = 0, runAsGroup = runAsUser, fsGroup = runAsGroup } = securityContext ?? {};
  const { supplementalGroups = [] } = securityContext ?? {};
  const sorted = Object.entries(nodeSelector).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    antiAffinity,
    nodeSelector: Object.fromEntries(sorted),
    tolerations: tolerations.map(({ key, value, effect, tolerationSeconds }) => ({
      ...{ key, value, effect, tolerationSeconds },
    })),
    runsAs: securityContext && { runAsUser, runAsGroup, fsGroup, supplementalGroups },
  };
}
