import type { Environment, PublicHost, PublicRoute } from '../../src/model/environment.ts';
import type { RouteProbe } from '../../src/model/traffic.ts';

/** A question to a public route, and the answer it must give. */
export interface Probe {
  readonly host: string;
  readonly url: string;
  readonly method: RouteProbe['method'];
  readonly body: string | undefined;
  /** Sorted; any other status is none that shows that the route works. */
  readonly status: readonly number[];
  /** It carries a token that is none, which the sidecar of the service refuses by saying so. */
  readonly isRefused: boolean;
}

/**
 * What is probed, sorted by address: every public route, and Grafana where it is public. Nothing where no load balancer
 * leads there.
 */
export function probesOf({ ingress, publicHosts, observability }: Environment): readonly Probe[] {
  if (!ingress || !observability?.parts.uptime) return [];
  const probes = publicHosts.flatMap((host) =>
    host.routes.filter(({ isPreview }) => !isPreview).map((route) => probeOf(route, host)),
  );
  const { grafana, parts } = observability;
  if (parts.dashboards && grafana.host !== undefined) {
    probes.push({ ...ANSWERS, host: new URL(grafana.url).hostname, url: `${grafana.url}/api/health` });
  }
  return probes.sort((a, b) => (a.url < b.url ? -1 : 1));
}

const ANSWERS = { method: 'GET', body: undefined, status: [200], isRefused: false } as const;

/** A route that asks for tokens is to refuse one that is none; others answer as their author says, or their health does. */
function probeOf(route: PublicRoute, { host, routes }: PublicHost): Probe {
  const { auth, probe } = route.expose;
  // The longest path comes first, and the first that fits is the one.
  const leadsTo = (path: string) =>
    routes.find((other) => isBelow(path.replace(/[?#].*$/, ''), other.path))?.path === route.path;
  const at = (path: string) => ({ host, url: `https://${host}${path}` });
  if (probe && (probe.path === undefined || leadsTo(probe.path))) {
    const { path = route.path, method, body, status } = probe;
    return { ...at(path), method, body, status, isRefused: false };
  }
  if (auth === 'jwt') return { ...ANSWERS, ...at(route.path), status: [401], isRefused: true };
  const health = healthPath(route);
  return { ...ANSWERS, ...at(health !== undefined && leadsTo(health) ? health : route.path) };
}

/** Where a service says that it is ready, if that is on the port that its route leads to. */
function healthPath({ service: { health }, expose: { port } }: PublicRoute): string | undefined {
  const { readiness } = health;
  return readiness?.type === 'http' && health.port?.number === port.number ? readiness.path : undefined;
}

/** Whether a path is one that is exposed, or below it. */
function isBelow(path: string, exposed: string): boolean {
  const prefix = exposed.endsWith('/') ? exposed : `${exposed}/`;
  return path === exposed || `${path}/` === prefix || path.startsWith(prefix);
}

/** Name of the module of the blackbox exporter that asks so: the same for all probes that differ by address alone. */
export function moduleOf({ method, body, status, isRefused }: Probe, probes: readonly Probe[]): string {
  const name = [method.toLowerCase(), ...(isRefused ? ['refused'] : []), ...status].join('-');
  if (body === undefined) return name;
  const bodies = [...new Set(probes.flatMap((probe) => probe.body ?? []))].sort();
  return `${name}-body-${bodies.indexOf(body) + 1}`;
}
