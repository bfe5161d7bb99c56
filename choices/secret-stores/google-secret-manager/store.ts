import type { GoogleSecrets } from '../../../src/model/secrets.ts';
import { WITH_HYPHENS } from '../names.ts';
import { inNamespace, type RemoteStoreChoice } from '../secret-store.ts';
import { shape } from './schema.ts';

/** Google Secret Manager, through External Secrets and Workload Identity Federation for GKE. */
export const googleSecretManager = {
  name: 'google-secret-manager',
  shape,
  // https://cloud.google.com/secret-manager/docs/reference/rest/v1/projects.secrets/create (secretId)
  names: {
    ...WITH_HYPHENS,
    pattern: /^[A-Za-z0-9_-]{1,255}$/,
    expected: 'the name of a secret of Google Secret Manager: letters, digits, _ and -, no slashes',
  },
  render: ({ project, serviceAccount, cluster }, account, namespace) => ({
    provider: {
      gcpsm: {
        projectID: project,
        auth: {
          // All three are said, so that nobody asks the metadata server of the node for them.
          workloadIdentity: {
            clusterProjectID: cluster.project,
            clusterLocation: cluster.location,
            clusterName: cluster.name,
            serviceAccountRef: { name: account },
          },
        },
      },
    },
    accountAnnotations: { 'iam.gke.io/gcp-service-account': inNamespace(serviceAccount, namespace) },
  }),
} as const satisfies RemoteStoreChoice<GoogleSecrets>;
