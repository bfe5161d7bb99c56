import { OF_PROGRAM } from '../../monitoring/forms/limits.ts';
import { copy, copyPart, set } from '../../monitoring/forms/relabel.ts';
import type { ScrapeConfig } from '../../monitoring/forms/scrape-config.ts';
import type { Environment } from '../../src/model/environment.ts';
import type { Resource } from '../../src/model/resource.ts';
import type { WatchedResource } from '../../src/model/watched.ts';
import { exporterAddress } from '../exporter-name.ts';
import type { ExporterProgram } from '../watching.ts';

/** Whether clients find the nodes of a Redis themselves; each has numbers of its own. */
export function isCluster({ endpoints }: Resource): boolean {
  return endpoints.some(({ reach }) => reach.nodeRanges !== undefined);
}

/** Every node of a Redis cluster; the exporter asks the cluster which there are. */
export function scrapeByNode(
  { program, port }: ExporterProgram,
  watched: readonly WatchedResource[],
  environment: Environment,
): readonly ScrapeConfig[] {
  if (watched.length === 0) return [];
  return [
    {
      job_name: `${program}-nodes`,
      metrics_path: '/scrape',
      ...OF_PROGRAM,
      http_sd_configs: watched.map((one) => ({
        url: `http://${exporterAddress(one, port, environment)}/discover-cluster-nodes`,
        refresh_interval: '5m',
      })),
      relabel_configs: [
        set('job', program),
        copy('__address__', '__param_target'),
        copy('__address__', 'instance'),
        copyPart('__meta_url', 'http://([^.]+)-exporter\\..*', 'resource'),
        copyPart('__meta_url', 'http://([^/]+)/.*', '__address__'),
      ],
    },
  ];
}
