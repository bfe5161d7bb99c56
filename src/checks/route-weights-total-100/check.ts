import type { Check } from '../check.ts';
import { routesOf } from '../inventory/mesh-routes.ts';

export const routeWeightsTotal100: Check = {
  name: 'route-weights-total-100',
  topic: 'mesh',
  severity: 'warning',
  summary: 'The weights of a route’s destinations add up to 100.',
  why: 'Istio takes weights as shares of their sum, so 90 and 20 send 18 percent to the second, not 20.',
  fix: 'Write weights that add up to 100. In the input: `services.NAME.variants.NAME.weight`; the stable variant gets the rest.',
  sources: ['https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRouteDestination'],
  examine: ({ ofKind }, tell) => {
    for (const object of ofKind('VirtualService', 'networking.istio.io')) {
      for (const { route, field } of routesOf(object)) {
        const destinations = route.route ?? [];
        const total = destinations.reduce((sum, { weight = 0 }) => sum + weight, 0);
        if (destinations.length < 2 || total === 100) continue;
        tell(object, `${field}.route`, `expected weights that add up to 100, found ${total}`);
      }
    }
  },
};
