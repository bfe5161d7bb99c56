import { alertmanager } from './alertmanager.ts';
import { apiServer } from './api-server.ts';
import { blackboxExporter } from './blackbox-exporter.ts';
import { cadvisor } from './cadvisor.ts';
import { cloudwatchExporter } from './cloudwatch-exporter.ts';
import { elasticsearchExporter } from './elasticsearch-exporter.ts';
import { everyTarget } from './every-target.ts';
import type { Exporter } from './exporter.ts';
import { fluentBit } from './fluent-bit.ts';
import { grafana } from './grafana.ts';
import { istioProxy } from './istio-proxy.ts';
import { istiod } from './istiod.ts';
import { jaeger } from './jaeger.ts';
import { kubeStateMetrics } from './kube-state-metrics.ts';
import { kubelet } from './kubelet.ts';
import { mongodbExporter } from './mongodb-exporter.ts';
import { nodeExporter } from './node-exporter.ts';
import { opentelemetryCollector } from './opentelemetry-collector.ts';
import { postgresExporter } from './postgres-exporter.ts';
import { prometheus } from './prometheus.ts';
import { redisExporter } from './redis-exporter.ts';

/** Everything whose metrics rules and dashboards may use, sorted by file. */
export const EXPORTERS: readonly Exporter[] = [
  alertmanager,
  apiServer,
  blackboxExporter,
  cadvisor,
  cloudwatchExporter,
  elasticsearchExporter,
  everyTarget,
  fluentBit,
  grafana,
  istioProxy,
  istiod,
  jaeger,
  kubeStateMetrics,
  kubelet,
  mongodbExporter,
  nodeExporter,
  opentelemetryCollector,
  postgresExporter,
  prometheus,
  redisExporter,
];
