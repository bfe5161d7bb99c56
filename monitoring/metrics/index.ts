import { resourceTypes } from '../../resources/index.ts';
import type { Exporter } from '../forms/exporter.ts';
import { alertmanager } from './alertmanager.ts';
import { apiServer } from './api-server.ts';
import { argoCd } from './argo-cd.ts';
import { argoRollouts } from './argo-rollouts.ts';
import { awsLoadBalancerController } from './aws-load-balancer-controller.ts';
import { blackboxExporter } from './blackbox-exporter.ts';
import { cadvisor } from './cadvisor.ts';
import { certManager } from './cert-manager.ts';
import { cloudwatchExporter } from './cloudwatch-exporter.ts';
import { coredns } from './coredns.ts';
import { everyTarget } from './every-target.ts';
import { externalDns } from './external-dns.ts';
import { externalSecrets } from './external-secrets.ts';
import { fluentBit } from './fluent-bit.ts';
import { grafana } from './grafana.ts';
import { istioProxy } from './istio-proxy.ts';
import { istiod } from './istiod.ts';
import { jaeger } from './jaeger.ts';
import { karpenter } from './karpenter.ts';
import { keda } from './keda.ts';
import { kubeStateMetrics } from './kube-state-metrics.ts';
import { kubelet } from './kubelet.ts';
import { nodeExporter } from './node-exporter.ts';
import { opentelemetryCollector } from './opentelemetry-collector.ts';
import { prometheus } from './prometheus.ts';
import { reloader } from './reloader.ts';
import { velero } from './velero.ts';

/** Everything whose metrics rules and dashboards may use: sorted by file, then those of resources. */
export const EXPORTERS: readonly Exporter[] = [
  alertmanager,
  apiServer,
  argoCd,
  argoRollouts,
  awsLoadBalancerController,
  blackboxExporter,
  cadvisor,
  certManager,
  cloudwatchExporter,
  coredns,
  everyTarget,
  externalDns,
  externalSecrets,
  fluentBit,
  grafana,
  istioProxy,
  istiod,
  jaeger,
  karpenter,
  keda,
  kubeStateMetrics,
  kubelet,
  nodeExporter,
  opentelemetryCollector,
  prometheus,
  reloader,
  velero,
  ...Object.values(resourceTypes).flatMap((type) => type.watching?.metrics ?? []),
];
