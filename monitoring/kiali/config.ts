import type { Environment } from '../../src/model/environment.ts';
import { meshOf } from '../../src/model/mesh.ts';
import type { Observability } from '../../src/model/observability.ts';
import { writeYaml } from '../../src/yaml/write.ts';
import { JAEGER, JAEGER_QUERY } from '../tracing/ports.ts';

/** Where Kiali answers people, and where its metrics are. */
export const KIALI = 'kiali';
export const KIALI_PORT = 20001;
export const KIALI_METRICS = 9090;

/** Namespaces whose mesh Kiali shows: the platform's own, of its gateway and of the control plane. Sorted, each once. */
export function shownNamespaces(environment: Environment): readonly string[] {
  const { services, monitoring } = environment.namespaces;
  const mesh = meshOf(environment);
  return [...new Set([services, monitoring, mesh.gateway.namespace, mesh.controlPlaneNamespace])].sort();
}

/**
 * Configuration of Kiali 2, which shows and changes nothing: https://kiali.io/docs/configuration/kialis.kiali.io/
 * People log in with a token of Kubernetes, and see the namespaces they may read.
 */
export function kialiConfigText(environment: Environment, observability: Observability): string {
  const { monitoring } = environment.namespaces;
  return writeYaml({
    auth: { strategy: 'token' },
    deployment: {
      cluster_wide_access: false,
      discovery_selectors: {
        default: shownNamespaces(environment).map((name) => ({
          matchLabels: { 'kubernetes.io/metadata.name': name },
        })),
      },
      instance_name: KIALI,
      namespace: monitoring,
      view_only_mode: true,
    },
    clustering: { autodetect_secrets: { enabled: false } },
    external_services: externalServices(environment, observability),
    kiali_feature_flags: { istio_annotation_action: false, istio_injection_action: false },
    server: {
      port: KIALI_PORT,
      web_root: '/',
      observability: { metrics: { enabled: true, port: KIALI_METRICS } },
    },
  });
}

function externalServices(environment: Environment, { mode, parts, grafana }: Observability): object {
  const { monitoring } = environment.namespaces;
  const host = (name: string, port: number) => `http://${name}.${monitoring}.svc.cluster.local:${port}`;
  return {
    // Asking istiod itself would take the right to open connections into pods.
    istio: { istio_api_enabled: false },
    prometheus: {
      url: mode === 'standalone' ? host('prometheus', 9090) : (environment.prometheus?.url ?? ''),
    },
    // Links only: it would need an account to look for dashboards there.
    grafana: parts.dashboards
      ? { enabled: true, internal_url: host('grafana', 3000), external_url: grafana.url }
      : { enabled: false },
    tracing: parts.tracing
      ? { enabled: true, provider: 'jaeger', internal_url: host(JAEGER, JAEGER_QUERY), use_grpc: false }
      : { enabled: false },
  };
}
