import { renderingOf } from '../../choices/ways-in/index.ts';
import type { Concern } from '../concern.ts';
import { publicHostNames } from '../public-hosts.ts';

/** What of the way in has to be there before services are: routes of a service are not well without their Gateway. */
export const gateway: Concern = {
  name: 'gateway',
  summary: 'Gateway of the Gateway API with its certificates, where that is the way in',
  perEnvironment: (scope, environment) => {
    const { ingress: way, preview } = environment;
    if (!way || preview || publicHostNames(environment).length === 0) return;
    renderingOf(way).renderBefore?.(scope, way, environment);
  },
};
