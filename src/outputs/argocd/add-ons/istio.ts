import type { EnvironmentFacts } from '../delivered-environment.ts';
import type { AddOn } from './add-on.ts';

const chart = (name: string) => ({
  repository: 'https://istio-release.storage.googleapis.com/charts',
  name,
  version: '1.30.3',
});

const SOURCE = 'https://istio.io/latest/docs/setup/install/helm/';

const GROUPS = ['networking.istio.io', 'security.istio.io', 'telemetry.istio.io', 'extensions.istio.io'];

/** The mesh: its kinds, its control plane, what redirects the traffic of pods, and the way in. */
export const ISTIO: readonly AddOn[] = [
  {
    name: 'istio-base',
    chart: chart('base'),
    source: SOURCE,
    turn: 'add-on-first',
    namespace: ({ mesh }) => mesh.controlPlaneNamespace,
    groups: GROUPS,
    values: ({ mesh }) => ({ global: { istioNamespace: mesh.controlPlaneNamespace } }),
    writesWebhooks: true,
  },
  {
    name: 'istiod',
    chart: chart('istiod'),
    source: SOURCE,
    turn: 'add-on',
    namespace: ({ mesh }) => mesh.controlPlaneNamespace,
    groups: GROUPS,
    needs: ['istio-base'],
    // The init container that redirects traffic without the CNI plugin needs rights that restricted pods may not have.
    values: ({ mesh, namespaces, observability }) => ({
      global: { istioNamespace: mesh.controlPlaneNamespace },
      meshConfig: {
        trustDomain: mesh.trustDomain,
        ...(observability?.parts.tracing && { extensionProviders: collectorProviders(mesh, namespaces) }),
      },
      pilot: { cni: { enabled: true } },
    }),
    writesWebhooks: true,
  },
  {
    name: 'istio-cni',
    chart: chart('cni'),
    source: SOURCE,
    turn: 'add-on',
    namespace: ({ mesh }) => mesh.controlPlaneNamespace,
    groups: GROUPS,
    needs: ['istio-base'],
  },
  {
    name: 'istio-gateway',
    chart: chart('gateway'),
    source: SOURCE,
    turn: 'add-on-last',
    namespace: ({ mesh }) => mesh.gateway.namespace,
    kinds: ['networking.istio.io/Gateway'],
    needs: ['istiod'],
    // The load balancer sends to its pods, so its Service needs no load balancer of its own.
    values: ({ mesh: { gateway } }) => ({
      name: gateway.service,
      labels: gateway.selector,
      serviceAccount: { create: true, name: gateway.serviceAccount },
      service: { type: 'ClusterIP' },
      autoscaling: { minReplicas: 2 },
      // Requests stay in a zone of the gateway only where services ask for it, and then in each of them.
      topologySpreadConstraints: ['topology.kubernetes.io/zone', 'kubernetes.io/hostname'].map(
        (topologyKey) => ({
          maxSkew: 1,
          topologyKey,
          whenUnsatisfiable: 'ScheduleAnyway',
          labelSelector: { matchLabels: gateway.selector },
        }),
      ),
    }),
  },
];

/** Where sidecars send traces, under the name that Telemetry has for it: the collector that is rendered. */
function collectorProviders(
  { tracing }: EnvironmentFacts['mesh'],
  { monitoring }: EnvironmentFacts['namespaces'],
) {
  if (!tracing) return [];
  const service = `opentelemetry-collector.${monitoring}.svc.cluster.local`;
  return [{ name: tracing.provider, opentelemetry: { service, port: 4317 } }];
}
