import type { Part } from '../../../src/model/observability.ts';
import { type PartFiles, watcherFile } from '../part-files.ts';
import { blackboxExporter } from './blackbox-exporter.ts';
import { cloudwatchExporter } from './cloudwatch-exporter.ts';
import type { Exporters } from './exporter.ts';
import { kubeStateMetrics } from './kube-state-metrics.ts';
import { nodeExporter } from './node-exporter.ts';
import { resourceExporters } from './resource-exporter.ts';

const EXPORTERS: readonly (readonly [Part, Exporters])[] = [
  ['metrics', kubeStateMetrics],
  ['nodes', nodeExporter],
  ['uptime', blackboxExporter],
  ['resources', resourceExporters],
  ['cloud', cloudwatchExporter],
];

/** What turns the state of others into metrics: of the cluster, its nodes, public hosts, resources and AWS. */
export const exporterFiles: PartFiles = (environment, observability) =>
  EXPORTERS.flatMap(([part, exporters]) =>
    exporters(environment, observability).map((component) => watcherFile(environment, part, component)),
  );
