import type { Environment } from '../src/model/environment.ts';

/** Every host that the load balancer leads to the mesh gateway: those of services, and that of Grafana. Sorted. */
export function publicHostNames(environment: Environment): readonly string[] {
  const hosts = environment.publicHosts.map(({ host }) => host);
  const grafana = grafanaHost(environment);
  // Most have none, and keep the order that the configuration gave.
  return grafana === undefined ? hosts : [...hosts, grafana].sort();
}

/** The public host of Grafana; undefined where nobody outside reaches it. */
export function grafanaHost({ domain, ingress, observability }: Environment): string | undefined {
  if (!ingress || !observability?.parts.dashboards) return undefined;
  const { host } = observability.grafana;
  return host === undefined ? undefined : `${host}.${domain}`;
}
