import { OF_PROGRAM } from '../monitoring/forms/limits.ts';
import { copy, copyPart, keep, onPort, POD, podLabel, STILL_RUNNING } from '../monitoring/forms/relabel.ts';
import type { ScrapeConfig } from '../monitoring/forms/scrape-config.ts';
import type { Environment } from '../src/model/environment.ts';
import type { WatchedResource } from '../src/model/watched.ts';
import type { ExporterProgram } from './watching.ts';

/** The job of exporters that are each set up for one address; none without resources. */
export function scrapeByPod(
  { program, port }: Pick<ExporterProgram, 'program' | 'port'>,
  watched: readonly WatchedResource[],
  { namespaces }: Environment,
): readonly ScrapeConfig[] {
  if (watched.length === 0) return [];
  const label = podLabel('app.kubernetes.io/name');
  const names = `(${watched.map(({ resource }) => resource.name).join('|')})-exporter`;
  return [
    {
      job_name: program,
      ...OF_PROGRAM,
      kubernetes_sd_configs: [{ role: 'pod', namespaces: { names: [namespaces.monitoring] } }],
      relabel_configs: [
        STILL_RUNNING,
        keep(label, names),
        onPort(port),
        copyPart(label, names, 'resource'),
        copy(POD.namespace, 'namespace'),
        copy(POD.name, 'pod'),
      ],
    },
  ];
}
