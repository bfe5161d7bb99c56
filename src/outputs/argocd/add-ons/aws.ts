import type { AddOn } from './add-on.ts';
import { CLUSTER_CRITICAL, ONE_AWAY } from './spare.ts';

const ACCOUNT = ['serviceAccount', 'annotations'];

/** For Velero 1.18, which the chart brings: github.com/velero-io/velero-plugin-for-aws#compatibility. */
const AWS_PLUGIN = {
  name: 'velero-plugin-for-aws',
  image: 'docker.io/velero/velero-plugin-for-aws:v1.14.2',
  imagePullPolicy: 'IfNotPresent',
  volumeMounts: [{ mountPath: '/target', name: 'plugins' }],
  securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
} as const;

/** What external-dns calls the DNS of each cloud; elsewhere `values` say it. */
const DNS_PROVIDERS = { aws: 'aws', gcp: 'google', azure: 'azure' } as const;

/** What makes things in AWS for objects in the cluster. */
export const AWS: readonly AddOn[] = [
  {
    name: 'aws-load-balancer-controller',
    chart: {
      repository: 'https://aws.github.io/eks-charts',
      name: 'aws-load-balancer-controller',
      version: '3.5.0',
    },
    source: 'https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/installation/',
    turn: 'add-on',
    namespace: () => 'kube-system',
    groups: ['elbv2.k8s.aws', 'gateway.k8s.aws'],
    annotations: ['alb.ingress.kubernetes.io/'],
    // Without cert-manager the chart makes another certificate each time it is rendered, so it is never in sync.
    needs: ['cert-manager'],
    // Its class is the chart's, and so are its two pods, which keep apart.
    values: ({ cluster, isRedundant }) => ({
      ...(isRedundant ? { podDisruptionBudget: ONE_AWAY } : { replicaCount: 1 }),
      clusterName: cluster.name,
      ...(cluster.cloud === 'aws' && {
        region: cluster.region,
        ...(cluster.vpcId !== undefined && { vpcId: cluster.vpcId }),
      }),
      enableCertManager: true,
      enableServiceMutatorWebhook: false,
    }),
    accountPath: ACCOUNT,
  },
  {
    name: 'external-dns',
    // 0.21: 0.22 reads annotations of another prefix (github.com/kubernetes-sigs/external-dns/issues/6424).
    chart: {
      repository: 'https://kubernetes-sigs.github.io/external-dns/',
      name: 'external-dns',
      version: '1.21.1',
    },
    source: 'https://github.com/kubernetes-sigs/external-dns/tree/master/charts/external-dns',
    turn: 'add-on',
    namespace: () => 'external-dns',
    admits: () => 'restricted',
    groups: ['externaldns.k8s.io'],
    kinds: [
      'networking.k8s.io/Ingress',
      'gateway.networking.k8s.io/HTTPRoute',
      'gateway.networking.k8s.io/GRPCRoute',
    ],
    // Records are added and changed, never removed: a mistake here must not take a public host away.
    values: ({ cluster, domain, ingress }) => ({
      ...(cluster.cloud !== 'none' && { provider: { name: DNS_PROVIDERS[cluster.cloud] } }),
      sources: ingress?.way === 'gatewayApi' ? ['gateway-httproute', 'gateway-grpcroute'] : ['ingress'],
      policy: 'upsert-only',
      registry: 'txt',
      txtOwnerId: cluster.name,
      domainFilters: [domain],
      priorityClassName: CLUSTER_CRITICAL,
    }),
    accountPath: ACCOUNT,
  },
  {
    name: 'velero',
    chart: { repository: 'https://vmware-tanzu.github.io/helm-charts', name: 'velero', version: '12.2.0' },
    source: 'https://github.com/vmware-tanzu/helm-charts/tree/main/charts/velero',
    turn: 'add-on',
    namespace: () => 'velero',
    // What moves data reads volumes as files of their node.
    admits: ({ backups }) => (backups?.isMovingData ? 'privileged' : 'restricted'),
    groups: ['velero.io'],
    // Alone the chart has no plugin that knows S3, takes no CSI snapshots, and holds a location for snapshots of
    // the plugin's own that nothing accepts without a provider. Credentials are those of the role.
    values: ({ backups, cluster }) => ({
      ...(cluster.cloud === 'aws' && { initContainers: [AWS_PLUGIN] }),
      credentials: { useSecret: false },
      snapshotsEnabled: false,
      configuration: { features: 'EnableCSI' },
      priorityClassName: CLUSTER_CRITICAL,
      // Its images name their users in words, which a kubelet cannot tell from root; the group reads the role's token.
      podSecurityContext: {
        fsGroup: 65532,
        runAsGroup: 65532,
        runAsNonRoot: true,
        runAsUser: 65532,
        seccompProfile: { type: 'RuntimeDefault' },
      },
      containerSecurityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
      ...(backups?.isMovingData && { deployNodeAgent: true }),
    }),
    accountPath: ['serviceAccount', 'server', 'annotations'],
  },
];
