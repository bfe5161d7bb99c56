import type { Check } from '../check.ts';
import type { HttpMatch, Route, VirtualServiceSpec } from '../inventory/istio.ts';
import { specOf } from '../inventory/spec.ts';

export const routeReachable: Check = {
  name: 'route-reachable',
  topic: 'mesh',
  severity: 'error',
  summary: 'No HTTP route of a VirtualService is hidden by an earlier one.',
  why: 'The first route that matches takes the request, so a route after a wider one never gets any.',
  fix: 'Put longer paths and more conditions first, and the route without `match` last.',
  sources: ['https://istio.io/latest/docs/reference/config/analysis/ist0130/'],
  examine: ({ ofKind }, tell) => {
    for (const object of ofKind('VirtualService', 'networking.istio.io')) {
      const earlier = new Set<string>();
      specOf<VirtualServiceSpec>(object).http?.forEach((route, index) => {
        const keys = matchesOf(route);
        if (keys.every((match) => isHidden(match, earlier))) {
          tell(
            object,
            `spec.http[${route.name ?? index}]`,
            'expected a route that some request gets to, found that earlier routes take all of them',
          );
        }
        for (const match of keys) earlier.add(keyOf(match));
      });
    }
  },
};

/** A route without conditions is one for every path. */
function matchesOf({ match = [] }: Route): readonly HttpMatch[] {
  return match.length > 0 ? match : [{}];
}

/** Whether an earlier match takes all requests of this one: the same, or a path prefix without other conditions. */
function isHidden(match: HttpMatch, earlier: ReadonlySet<string>): boolean {
  if (earlier.has(EVERYTHING) || earlier.has(keyOf(match))) return true;
  const path = match.uri?.prefix ?? match.uri?.exact;
  // Which paths a match takes that ignores case is not a matter of prefixes.
  if (path === undefined || match['ignoreUriCase'] === true) return false;
  return Array.from(path, (_, end) => path.slice(0, end + 1)).some((prefix) =>
    earlier.has(prefixKey(prefix)),
  );
}

function keyOf(match: HttpMatch): string {
  const { name, ...conditions } = match;
  const fields = Object.keys(conditions);
  const prefix = match.uri?.prefix;
  if (fields.length === 0 || (fields.length === 1 && prefix === '/')) return EVERYTHING;
  if (fields.length === 1 && prefix !== undefined) return prefixKey(prefix);
  return JSON.stringify(conditions);
}

const EVERYTHING = 'everything';

function prefixKey(prefix: string): string {
  return `prefix ${prefix}`;
}
