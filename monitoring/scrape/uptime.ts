import type { Environment } from '../../src/model/environment.ts';
import { OF_PROGRAM } from '../forms/limits.ts';
import { copy, set } from '../forms/relabel.ts';
import type { ScrapeConfig } from '../forms/scrape-config.ts';
import { moduleOf, probesOf } from './probes.ts';

/** Asks the blackbox exporter to probe each public route; `instance` is the address that was probed. */
export function uptimeJobs(environment: Environment): readonly ScrapeConfig[] {
  const probes = probesOf(environment);
  if (probes.length === 0) return [];
  return [
    {
      job_name: 'uptime',
      // More than the ten seconds after which a probe gives up: that it did is an answer as well.
      scrape_timeout: '15s',
      metrics_path: '/probe',
      ...OF_PROGRAM,
      static_configs: probes.map((probe) => ({
        targets: [probe.url],
        labels: { __param_module: moduleOf(probe, probes), host: probe.host },
      })),
      relabel_configs: [
        copy('__address__', '__param_target'),
        copy('__address__', 'instance'),
        set('__address__', `blackbox-exporter.${environment.namespaces.monitoring}.svc:9115`),
      ],
    },
  ];
}
