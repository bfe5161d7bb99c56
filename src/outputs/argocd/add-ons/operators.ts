import type { AddOn, Values } from './add-on.ts';

/** What acts on objects within the cluster. */
export const OPERATORS: readonly AddOn[] = [
  {
    name: 'cert-manager',
    chart: { repository: 'https://charts.jetstack.io', name: 'cert-manager', version: 'v1.21.1' },
    source: 'https://cert-manager.io/docs/installation/helm/',
    turn: 'add-on-first',
    namespace: () => 'cert-manager',
    groups: ['cert-manager.io', 'acme.cert-manager.io'],
    // Its leases would be in kube-system otherwise, where it has no other business.
    values: () => ({
      crds: { enabled: true },
      global: { leaderElection: { namespace: 'cert-manager' } },
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
  },
  {
    name: 'external-secrets',
    chart: { repository: 'https://charts.external-secrets.io', name: 'external-secrets', version: '2.9.0' },
    source: 'https://external-secrets.io/latest/introduction/getting-started/',
    turn: 'add-on',
    namespace: ({ namespaces }) => namespaces.externalSecrets ?? 'external-secrets',
    groups: ['external-secrets.io', 'generators.external-secrets.io'],
  },
  {
    name: 'keda',
    chart: { repository: 'https://kedacore.github.io/charts', name: 'keda', version: '2.20.2' },
    source: 'https://keda.sh/docs/2.20/deploy/',
    turn: 'add-on',
    namespace: ({ prometheus }) => prometheus?.kedaNamespace ?? 'keda',
    // The right to read the API server's authentication settings is given there.
    alsoIn: ['kube-system'],
    groups: ['keda.sh'],
    // It counts the errors of scalers only where somebody reads them.
    values: ({ observability }): Values =>
      observability ? { prometheus: { operator: { enabled: true } } } : {},
  },
  {
    name: 'argo-rollouts',
    chart: { repository: 'https://argoproj.github.io/argo-helm', name: 'argo-rollouts', version: '2.41.1' },
    source: 'https://github.com/argoproj/argo-helm/tree/main/charts/argo-rollouts',
    turn: 'add-on',
    namespace: ({ prometheus }) => prometheus?.rolloutsNamespace ?? 'argo-rollouts',
    groups: ['argoproj.io'],
  },
  {
    name: 'reloader',
    chart: { repository: 'https://stakater.github.io/stakater-charts', name: 'reloader', version: '2.2.9' },
    source: 'https://github.com/stakater/Reloader/blob/master/docs/How-it-works.md',
    turn: 'add-on',
    namespace: () => 'reloader',
    annotations: [
      'reloader.stakater.com/',
      'secret.reloader.stakater.com/',
      'configmap.reloader.stakater.com/',
    ],
    // An annotation of the pods is nobody's but Reloader's; an environment variable would be undone at the next sync.
    values: () => ({ reloader: { reloadStrategy: 'annotations', isArgoRollouts: true } }),
  },
];
