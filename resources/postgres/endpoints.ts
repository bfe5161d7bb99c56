import { OF_PROGRAM } from '../../monitoring/forms/limits.ts';
import { copy } from '../../monitoring/forms/relabel.ts';
import type { ScrapeConfig } from '../../monitoring/forms/scrape-config.ts';
import type { Environment } from '../../src/model/environment.ts';
import { distinctEndpoints } from '../../src/model/resource.ts';
import type { WatchedResource } from '../../src/model/watched.ts';
import { exporterAddress } from '../exporter-name.ts';
import type { ExporterProgram } from '../watching.ts';

/** Writer and readers of a database through one exporter, each a target: `endpoint` tells them apart. */
export function scrapeByEndpoint(
  { program, port }: ExporterProgram,
  watched: readonly WatchedResource[],
  environment: Environment,
): readonly ScrapeConfig[] {
  if (watched.length === 0) return [];
  const static_configs = watched.flatMap((one) =>
    distinctEndpoints(one.resource).map(({ label, port: answersAt, reach }) => ({
      targets: [`${reach.host}:${answersAt}/${one.resource.database ?? ''}`],
      labels: {
        endpoint: label,
        resource: one.resource.name,
        __exporter: exporterAddress(one, port, environment),
      },
    })),
  );
  return [
    {
      job_name: program,
      metrics_path: '/probe',
      params: { auth_module: ['monitoring'] },
      ...OF_PROGRAM,
      static_configs,
      relabel_configs: [
        copy('__address__', '__param_target'),
        copy('__address__', 'instance'),
        copy('__exporter', '__address__'),
      ],
    },
  ];
}
