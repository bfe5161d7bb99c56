import type { PartChart } from '../part-chart.ts';
import { addBlackboxExporter } from './blackbox-exporter.ts';
import { addCloudwatchExporter } from './cloudwatch-exporter.ts';
import { addKubeStateMetrics } from './kube-state-metrics.ts';
import { addNodeExporter } from './node-exporter.ts';
import { addResourceExporters } from './resource-exporter.ts';

/** What turns the state of others into metrics: of the cluster, its nodes, public hosts, resources and AWS. */
export const addExporters: PartChart = (scope, environment, observability) => {
  addKubeStateMetrics(scope, environment, observability);
  addNodeExporter(scope, environment, observability);
  addBlackboxExporter(scope, environment, observability);
  addResourceExporters(scope, environment, observability);
  addCloudwatchExporter(scope, environment, observability);
};
