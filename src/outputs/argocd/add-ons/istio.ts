import { type Mesh, meshOf } from '../../../model/mesh.ts';
import type { EnvironmentOutline } from '../delivered-environment.ts';
import type { AddOn, Values } from './add-on.ts';
import { apart, CLUSTER_CRITICAL, ONE_AWAY } from './spare.ts';

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
    namespace: (outline) => meshOf(outline).controlPlaneNamespace,
    admits: () => 'restricted',
    groups: GROUPS,
    values: (outline) => ({ global: { istioNamespace: meshOf(outline).controlPlaneNamespace } }),
    writesWebhooks: true,
  },
  {
    name: 'istiod',
    chart: chart('istiod'),
    source: SOURCE,
    turn: 'add-on',
    namespace: (outline) => meshOf(outline).controlPlaneNamespace,
    admits: () => 'restricted',
    groups: GROUPS,
    needs: ['istio-base'],
    // The init container that redirects traffic without the CNI plugin needs rights that restricted pods may not have.
    // No pod of the mesh starts without its injector, so there are two; the chart has a disruption budget for them.
    values: ({ namespaces, observability, isRedundant, ...outline }) => ({
      global: {
        istioNamespace: meshOf(outline).controlPlaneNamespace,
        priorityClassName: CLUSTER_CRITICAL,
      },
      meshConfig: {
        trustDomain: meshOf(outline).trustDomain,
        ...(observability?.parts.tracing && {
          extensionProviders: collectorProviders(meshOf(outline), namespaces),
        }),
      },
      pilot: {
        cni: { enabled: true },
        seccompProfile: { type: 'RuntimeDefault' },
        // For up to some hundred pods; for two thousand it takes 1.5 GB: https://istio.io/latest/docs/ops/deployment/performance-and-scalability/
        resources: { requests: { cpu: '200m', memory: '512Mi' } },
        ...(isRedundant && { autoscaleMin: 2, topologySpreadConstraints: apart({ app: 'istiod' }) }),
      },
    }),
    writesWebhooks: true,
  },
  {
    name: 'istio-cni',
    chart: chart('cni'),
    source: SOURCE,
    turn: 'add-on',
    // It changes the network of its node, which no namespace with pod security admits; its class is the chart's.
    namespace: () => 'kube-system',
    groups: GROUPS,
    needs: ['istio-base'],
  },
  {
    name: 'istio-gateway',
    chart: chart('gateway'),
    source: SOURCE,
    turn: 'add-on-last',
    namespace: (outline) => meshOf(outline).gateway.namespace,
    admits: () => 'restricted',
    // A pod counts as ready once the load balancer sends to it, so that updates do not outrun the load balancer:
    // https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/pod_readiness_gate/
    namespaceLabels: { 'elbv2.k8s.aws/pod-readiness-gate-inject': 'enabled' },
    kinds: ['networking.istio.io/Gateway'],
    needs: ['istiod'],
    // The load balancer sends to its pods, so its Service needs no load balancer of its own.
    values: (outline) => gatewayValues(meshOf(outline)),
  },
];

function gatewayValues({ gateway }: Mesh): Values {
  return {
    name: gateway.service,
    labels: gateway.selector,
    serviceAccount: { create: true, name: gateway.serviceAccount },
    service: { type: 'ClusterIP' },
    autoscaling: { minReplicas: 2 },
    priorityClassName: CLUSTER_CRITICAL,
    podDisruptionBudget: ONE_AWAY,
    // Requests stay in a zone of the gateway only where services ask for it, and then in each of them.
    topologySpreadConstraints: apart(gateway.selector),
    strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
    // Longer than the load balancer waits before it lets go of a target (its deregistration delay of 30 seconds).
    podAnnotations: { 'proxy.istio.io/config': `terminationDrainDuration: ${DRAIN_SECONDS}s\n` },
    terminationGracePeriodSeconds: DRAIN_SECONDS + 15,
    // As the chart has it, with the profile that `restricted` asks for; the port below 1024 is that of HTTPS.
    securityContext: {
      runAsNonRoot: true,
      seccompProfile: { type: 'RuntimeDefault' },
      sysctls: [{ name: 'net.ipv4.ip_unprivileged_port_start', value: '0' }],
    },
  };
}

const DRAIN_SECONDS = 45;

/** Where sidecars send traces, under the name that Telemetry has for it: the collector that is rendered. */
function collectorProviders({ tracing }: Mesh, { monitoring }: EnvironmentOutline['namespaces']) {
  if (!tracing) return [];
  const service = `opentelemetry-collector.${monitoring}.svc.cluster.local`;
  return [{ name: tracing.provider, opentelemetry: { service, port: 4317 } }];
}
