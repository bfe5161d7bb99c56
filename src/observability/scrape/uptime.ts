import type { Environment } from '../../model/environment.ts';
import { OF_PROGRAM } from './limits.ts';
import { copy, set } from './relabel.ts';
import type { ScrapeConfig } from './scrape-config.ts';

/** Module of the blackbox exporter that asks a public host for an answer. */
export const UPTIME_MODULE = 'answers';

/** An address of a public host that is asked whether it answers. */
export interface Probe {
  readonly host: string;
  readonly url: string;
}

/**
 * What is probed, sorted by host: of each public host its shortest path, so that the way goes on to a service, and
 * Grafana where it is public. Nothing where no load balancer leads there.
 */
export function probesOf({ ingress, publicHosts, observability }: Environment): readonly Probe[] {
  if (!ingress || !observability?.parts.uptime) return [];
  const probes = publicHosts.flatMap(({ host, routes }) => {
    const served = routes.filter(({ isPreview }) => !isPreview).at(-1);
    return served ? [{ host, url: `https://${host}${served.path}` }] : [];
  });
  const { grafana, parts } = observability;
  if (parts.dashboards && grafana.host !== undefined) {
    probes.push({ host: new URL(grafana.url).hostname, url: `${grafana.url}/api/health` });
  }
  return probes.sort((a, b) => (a.host < b.host ? -1 : 1));
}

/** Asks the blackbox exporter to probe each of them; `instance` is the address that was probed. */
export function uptimeJobs(environment: Environment): readonly ScrapeConfig[] {
  const probes = probesOf(environment);
  if (probes.length === 0) return [];
  return [
    {
      job_name: 'uptime',
      // More than the ten seconds after which a probe gives up: that it did is an answer as well.
      scrape_timeout: '15s',
      metrics_path: '/probe',
      params: { module: [UPTIME_MODULE] },
      ...OF_PROGRAM,
      static_configs: probes.map(({ host, url }) => ({ targets: [url], labels: { host } })),
      relabel_configs: [
        copy('__address__', '__param_target'),
        copy('__address__', 'instance'),
        set('__address__', `blackbox-exporter.${environment.namespaces.monitoring}.svc:9115`),
      ],
    },
  ];
}
