import type { GcpCluster } from '../../../src/model/cluster.ts';
import type { GoogleIdentity } from '../../../src/model/identity.ts';
import type { IdentifyingCloud } from '../cloud.ts';
import { amazonRefused, identitiesRefused } from '../refusals.ts';
import { shape } from './schema.ts';

/** Google Cloud: clusters of GKE. */
export const gcp = {
  name: 'gcp',
  shape,
  facts: { region: 'europe-west4', project: 'project' },
  refusals: [...identitiesRefused('gcp'), ...amazonRefused('gcp')],
  // That of nodes, and the one that GKE puts before it, are link-local.
  metadata: [],
  // Disks are encrypted whatever is said: https://github.com/kubernetes-sigs/gcp-compute-persistent-disk-csi-driver#storageclass-parameters
  volumes: { provisioner: 'pd.csi.storage.gke.io', parameters: { type: 'pd-balanced' } },
  bind: ({ serviceAccount }) => ({
    account: { 'iam.gke.io/gcp-service-account': serviceAccount },
    // Client libraries ask for this address by its number, which a sidecar knows no host of.
    podAnnotations: { 'traffic.sidecar.istio.io/excludeOutboundIPRanges': '169.254.169.254/32' },
  }),
  tokenService: () => undefined,
  /**
   * The metadata server of GKE gives pods tokens of their own account alone. With Dataplane V2 policies see the address
   * that pods ask, without it the one it is turned into:
   * https://cloud.google.com/kubernetes-engine/docs/how-to/workload-identity#authenticating_to
   */
  tokenAddresses: [
    { cidr: '169.254.169.254/32', ports: [80, 8080] },
    { cidr: '169.254.169.252/32', ports: [987, 988] },
  ],
} as const satisfies IdentifyingCloud<GoogleIdentity, GcpCluster>;
