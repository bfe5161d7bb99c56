import type { Environment } from '../../src/model/environment.ts';
import { isMeshed, type Meshed } from '../../src/model/mesh.ts';
import { OF_GATEWAY, OF_SERVICE } from '../forms/limits.ts';
import { copy, drop, keep, onPort, POD, podLabel, STILL_RUNNING } from '../forms/relabel.ts';
import type { Relabel, ScrapeConfig } from '../forms/scrape-config.ts';

/** Where a sidecar serves its own metrics together with those of the program beside it, without mutual TLS. */
export const MERGED = { port: 15020, path: '/stats/prometheus' } as const;

/** What the sidecar counts that no rule or dashboard asks for. Requests have no use for the sizes' buckets. */
export const UNUSED_OF_SIDECARS: readonly Relabel[] = [
  drop('__name__', '(envoy_wasm|istio_agent)_.*|istio_(request|response)_bytes_bucket'),
];

/**
 * Every pod of a service, through its sidecar where it has one, else at its port for metrics if it has any. Labels of the target win, so that a service cannot speak in another's name.
 */
export function servicesJob(environment: Environment): ScrapeConfig {
  const { namespaces, platform } = environment;
  const isBehindSidecar = isMeshed(environment);
  return {
    job_name: 'services',
    metrics_path: isBehindSidecar ? MERGED.path : '/metrics',
    ...OF_SERVICE,
    kubernetes_sd_configs: [{ role: 'pod', namespaces: { names: [namespaces.services] } }],
    relabel_configs: [
      STILL_RUNNING,
      isBehindSidecar ? keep(POD.container, 'istio-proxy') : keep(POD.port, 'metrics'),
      // Migrations are over soon, and nobody is let in to them.
      drop(podLabel('app.kubernetes.io/component'), 'migration'),
      keep(podLabel('app.kubernetes.io/part-of'), platform),
      ...(isBehindSidecar ? [onPort(MERGED.port)] : []),
      copy(POD.namespace, 'namespace'),
      copy(POD.name, 'pod'),
      copy(podLabel('app.kubernetes.io/name'), 'service'),
      copy(podLabel('charthouse.dev/variant'), 'variant'),
      // Argo Rollouts tells a new version from the old one by it.
      copy(podLabel('rollouts-pod-template-hash'), 'rollouts_pod_template_hash'),
    ],
    ...(isBehindSidecar && { metric_relabel_configs: UNUSED_OF_SIDECARS }),
  };
}

/** The gateway through which requests come into the mesh. */
export function gatewayJob({ mesh }: Meshed): ScrapeConfig {
  const { namespace, selector } = mesh.gateway;
  return {
    job_name: 'gateway',
    metrics_path: MERGED.path,
    ...OF_GATEWAY,
    kubernetes_sd_configs: [{ role: 'pod', namespaces: { names: [namespace] } }],
    relabel_configs: [
      STILL_RUNNING,
      keep(POD.container, 'istio-proxy'),
      ...Object.entries(selector).map(([label, value]) => keep(podLabel(label), value)),
      onPort(MERGED.port),
      copy(POD.namespace, 'namespace'),
      copy(POD.name, 'pod'),
    ],
    metric_relabel_configs: UNUSED_OF_SIDECARS,
  };
}

/** The control plane of the mesh, on the port it has for metrics: https://istio.io/latest/docs/ops/deployment/application-requirements/ */
export function istiodJob({ mesh }: Meshed): ScrapeConfig {
  return {
    job_name: 'istiod',
    ...OF_SERVICE,
    kubernetes_sd_configs: [{ role: 'pod', namespaces: { names: [mesh.controlPlaneNamespace] } }],
    relabel_configs: [
      STILL_RUNNING,
      keep(podLabel('app'), 'istiod'),
      keep(POD.container, 'discovery'),
      onPort(15014),
      copy(POD.namespace, 'namespace'),
      copy(POD.name, 'pod'),
    ],
  };
}
