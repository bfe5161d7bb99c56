import { OF_PROGRAM } from '../monitoring/forms/limits.ts';
import { set } from '../monitoring/forms/relabel.ts';
import type { ScrapeConfig } from '../monitoring/forms/scrape-config.ts';
import { authorityFile } from '../src/model/authority-file.ts';
import { mainEndpoint, type Trust } from '../src/model/resource.ts';
import type { WatchedResource } from '../src/model/watched.ts';
import type { OwnMetrics } from './watching.ts';

/**
 * A job for each resource with metrics of its own, at every address that its host has, as each is a node with numbers of
 * its own. What answers is verified by the name of the host, which one job has one of.
 */
export function scrapeOwn(
  job: string,
  { port }: OwnMetrics,
  watched: readonly WatchedResource[],
): readonly ScrapeConfig[] {
  return watched.map(({ resource }) => {
    const { host } = mainEndpoint(resource).reach;
    return {
      job_name: `${job}-${resource.name}`,
      scheme: 'https',
      ...OF_PROGRAM,
      tls_config: { ...verification(resource.trust), server_name: host },
      dns_sd_configs: [{ names: [host], type: 'A', port, refresh_interval: '30s' }],
      relabel_configs: [set('job', job), set('resource', resource.name)],
    };
  });
}

function verification({ authority, unverified }: Trust): ScrapeConfig['tls_config'] {
  if (unverified !== undefined) return { insecure_skip_verify: true };
  return authority ? { ca_file: authorityFile(authority) } : {};
}
