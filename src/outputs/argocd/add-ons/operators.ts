import type { AddOn } from './add-on.ts';
import { apart, CLUSTER_CRITICAL } from './spare.ts';

/** What acts on objects within the cluster. */
export const OPERATORS: readonly AddOn[] = [
  {
    name: 'cert-manager',
    chart: { repository: 'https://charts.jetstack.io', name: 'cert-manager', version: 'v1.21.1' },
    source: 'https://cert-manager.io/docs/installation/helm/',
    turn: 'add-on-first',
    namespace: () => 'cert-manager',
    admits: () => 'restricted',
    groups: ['cert-manager.io', 'acme.cert-manager.io'],
    // Its leases would be in kube-system otherwise, where it has no other business.
    values: ({ isRedundant }) => ({
      crds: { enabled: true },
      global: { leaderElection: { namespace: 'cert-manager' }, priorityClassName: CLUSTER_CRITICAL },
      ...(isRedundant && {
        ...twoOf('controller'),
        webhook: twoOf('webhook'),
        cainjector: twoOf('cainjector'),
      }),
    }),
  },
  {
    name: 'metrics-server',
    chart: {
      repository: 'https://kubernetes-sigs.github.io/metrics-server/',
      name: 'metrics-server',
      version: '3.13.0',
    },
    source: 'https://github.com/kubernetes-sigs/metrics-server/tree/master/charts/metrics-server',
    turn: 'add-on-first',
    namespace: () => 'kube-system',
    kinds: ['autoscaling/HorizontalPodAutoscaler', 'keda.sh/ScaledObject'],
    // Its class is the chart's.
    values: ({ isRedundant }) =>
      isRedundant
        ? {
            replicas: 2,
            podDisruptionBudget: { enabled: true, maxUnavailable: 1 },
            topologySpreadConstraints: apart({ 'app.kubernetes.io/name': 'metrics-server' }),
          }
        : {},
  },
  {
    name: 'external-secrets',
    chart: { repository: 'https://charts.external-secrets.io', name: 'external-secrets', version: '2.9.0' },
    source: 'https://external-secrets.io/latest/introduction/getting-started/',
    turn: 'add-on',
    namespace: ({ namespaces }) => namespaces.externalSecrets ?? 'external-secrets',
    // The environment renders its own namespace with labels, quota and policies.
    admits: ({ namespaces }) => (namespaces.externalSecrets === undefined ? 'restricted' : undefined),
    groups: ['external-secrets.io', 'generators.external-secrets.io'],
    values: ({ isRedundant }) => ({
      priorityClassName: CLUSTER_CRITICAL,
      webhook: { priorityClassName: CLUSTER_CRITICAL, ...(isRedundant && spareSecrets('-webhook')) },
      certController: { priorityClassName: CLUSTER_CRITICAL },
      ...(isRedundant && { leaderElect: true, ...spareSecrets('') }),
    }),
  },
  {
    name: 'keda',
    chart: { repository: 'https://kedacore.github.io/charts', name: 'keda', version: '2.20.2' },
    source: 'https://keda.sh/docs/2.20/deploy/',
    turn: 'add-on',
    namespace: ({ prometheus }) => prometheus?.kedaNamespace ?? 'keda',
    // The right to read the API server's authentication settings is given there.
    alsoIn: ['kube-system'],
    admits: () => 'restricted',
    groups: ['keda.sh'],
    // It counts the errors of scalers only where somebody reads them.
    values: ({ isRedundant, observability }) => ({
      priorityClassName: CLUSTER_CRITICAL,
      ...(observability && { prometheus: { operator: { enabled: true } } }),
      ...(isRedundant && {
        operator: { replicaCount: 2 },
        metricsServer: { replicaCount: 2 },
        webhooks: { replicaCount: 2 },
        podDisruptionBudget: { operator: ONE, metricServer: ONE, webhooks: ONE },
        topologySpreadConstraints: {
          operator: apart({ app: 'keda-operator' }),
          metricsServer: apart({ app: 'keda-operator-metrics-apiserver' }),
          webhooks: apart({ app: 'keda-admission-webhooks' }),
        },
      }),
    }),
  },
  {
    name: 'argo-rollouts',
    chart: { repository: 'https://argoproj.github.io/argo-helm', name: 'argo-rollouts', version: '2.41.1' },
    source: 'https://github.com/argoproj/argo-helm/tree/main/charts/argo-rollouts',
    turn: 'add-on',
    namespace: ({ prometheus }) => prometheus?.rolloutsNamespace ?? 'argo-rollouts',
    admits: () => 'restricted',
    groups: ['argoproj.io'],
    values: ({ ingress, isRedundant }) => ({
      controller: {
        ...(ingress?.way === 'gatewayApi' && GATEWAY_API_PLUGIN),
        priorityClassName: CLUSTER_CRITICAL,
        ...(isRedundant
          ? {
              pdb: { enabled: true, ...ONE },
              topologySpreadConstraints: apart({ 'app.kubernetes.io/component': 'rollouts-controller' }),
            }
          : { replicas: 1 }),
      },
    }),
  },
  {
    name: 'reloader',
    chart: { repository: 'https://stakater.github.io/stakater-charts', name: 'reloader', version: '2.2.9' },
    source: 'https://github.com/stakater/Reloader/blob/master/docs/How-it-works.md',
    turn: 'add-on',
    namespace: () => 'reloader',
    admits: () => 'restricted',
    annotations: [
      'reloader.stakater.com/',
      'secret.reloader.stakater.com/',
      'configmap.reloader.stakater.com/',
    ],
    // An annotation of the pods is nobody's but Reloader's; an environment variable would be undone at the next sync.
    values: ({ isRedundant }) => ({
      reloader: {
        reloadStrategy: 'annotations',
        isArgoRollouts: true,
        readOnlyRootFileSystem: true,
        ...(isRedundant && { enableHA: true, podDisruptionBudget: { enabled: true, ...ONE } }),
        deployment: {
          ...(isRedundant && { replicas: 2, topologySpreadConstraints: apart({ app: 'reloader-reloader' }) }),
          priorityClassName: CLUSTER_CRITICAL,
          containerSecurityContext: {
            allowPrivilegeEscalation: false,
            capabilities: { drop: ['ALL'] },
            readOnlyRootFilesystem: true,
          },
        },
      },
    }),
  },
];

/**
 * The plugin that Argo Rollouts knows routes of the Gateway API by, from its image: nothing is downloaded when it starts.
 * The chart gives it the rights it needs.
 */
const GATEWAY_API_PLUGIN = {
  initContainers: [
    {
      name: 'copy-gateway-api-plugin',
      image: 'ghcr.io/argoproj-labs/rollouts-plugin-trafficrouter-gatewayapi:v0.8.0',
      command: ['/bin/sh', '-c'],
      args: ['cp /bin/rollouts-plugin-trafficrouter-gatewayapi /plugins'],
      volumeMounts: [{ name: 'gateway-api-plugin', mountPath: '/plugins' }],
      securityContext: {
        runAsNonRoot: true,
        runAsUser: 999,
        allowPrivilegeEscalation: false,
        capabilities: { drop: ['ALL'] },
        readOnlyRootFilesystem: true,
        seccompProfile: { type: 'RuntimeDefault' },
      },
    },
  ],
  trafficRouterPlugins: [
    {
      name: 'argoproj-labs/gatewayAPI',
      location: 'file:///plugins/rollouts-plugin-trafficrouter-gatewayapi',
    },
  ],
  volumes: [{ name: 'gateway-api-plugin', emptyDir: {} }],
  volumeMounts: [{ name: 'gateway-api-plugin', mountPath: '/plugins' }],
} as const;

const ONE = { maxUnavailable: 1 };

/** A part of cert-manager, twice. */
function twoOf(component: string) {
  const labels = { 'app.kubernetes.io/instance': 'cert-manager', 'app.kubernetes.io/component': component };
  return {
    replicaCount: 2,
    podDisruptionBudget: { enabled: true, ...ONE },
    topologySpreadConstraints: apart(labels),
  };
}

/** A part of External Secrets, twice; of two controllers one leads. */
function spareSecrets(part: string) {
  return {
    replicaCount: 2,
    podDisruptionBudget: { enabled: true, minAvailable: 1 },
    topologySpreadConstraints: apart({ 'app.kubernetes.io/name': `external-secrets${part}` }),
  };
}
