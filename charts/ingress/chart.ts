import { renderingOf } from '../../choices/ways-in/index.ts';
import type { Concern } from '../concern.ts';
import { publicHostNames } from '../public-hosts.ts';

/** What opens the way in once services run, and leads to each of them, as `ingress` chooses it. */
export const ingress: Concern = {
  name: 'ingress',
  summary: 'The way in from outside: an Ingress for the load balancer, or routes of the Gateway API',
  perEnvironment: (scope, environment) => {
    const { ingress: way, preview } = environment;
    // A preview comes in through that of the environment it is a copy of.
    if (!way || preview || publicHostNames(environment).length === 0) return;
    renderingOf(way).renderAfter?.(scope, way, environment);
  },
  perService: (scope, service, environment) => {
    const { ingress: way } = environment;
    if (way && service.expose) renderingOf(way).renderService?.(scope, service, way, environment);
  },
};
