import { renderWayIn } from '../../choices/ways-in/index.ts';
import type { Concern } from '../concern.ts';
import { publicHostNames } from '../public-hosts.ts';

/** The way in from outside, as `ingress` chooses it. */
export const ingress: Concern = {
  name: 'ingress',
  summary:
    'Ingress: the load balancer in front of the mesh gateway; Gateway, and ExternalSecret of its certificate',
  perEnvironment: (scope, environment) => {
    // A preview comes in through that of the environment it is a copy of.
    if (!environment.ingress || environment.preview || publicHostNames(environment).length === 0) return;
    renderWayIn(scope, environment.ingress, environment);
  },
};
