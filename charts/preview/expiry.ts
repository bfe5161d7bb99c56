import type { Construct } from 'constructs';
import type { PolicyRule } from '../../imports/kubernetes.ts';
import type { Environment } from '../../src/model/environment.ts';
import type { Preview } from '../../src/model/previews.ts';
import { addToolboxJob } from '../toolbox/job.ts';
import { VERSION } from './version.ts';

const PURPOSE = 'expiry';

/**
 * Looks every hour how old the version is, and removes pods and volumes after its time. Argo CD does not put them back
 * until there is another version, as previews do not heal themselves. What is left, an empty namespace, goes with the
 * pull request. Its rights end at the namespace, which deleting namespaces would not.
 */
export function addExpiry(scope: Construct, environment: Environment, preview: Preview): void {
  const namespace = environment.namespaces.services;
  addToolboxJob(scope, environment, {
    name: 'preview-expiry',
    namespace,
    purpose: PURPOSE,
    schedule: '17 * * * *',
    timeoutSeconds: 300,
    retries: 2,
    image: preview.toolbox,
    script: SCRIPT,
    variables: { TTL_SECONDS: String(preview.ttlSeconds) },
    rights: RULES,
  });
}

/** What runs, or keeps something that has a price. */
const KINDS = 'deployments.apps,statefulsets.apps,cronjobs.batch,jobs.batch,persistentvolumeclaims';

const SCRIPT = `born=$(kubectl get configmap ${VERSION} --output json)
expired=$(echo "$born" | jq --arg ttl "$TTL_SECONDS" 'now - (.metadata.creationTimestamp | fromdateiso8601) > ($ttl | tonumber)')
echo "expired: $expired"
[ "$expired" = true ] || exit 0
kubectl delete ${KINDS} --selector app.kubernetes.io/component!=${PURPOSE} --wait=false
`;

const VERBS = ['list', 'delete'] as const;

const RULES: readonly PolicyRule[] = [
  { apiGroups: [''], resources: ['configmaps'], resourceNames: [VERSION], verbs: ['get'] },
  { apiGroups: ['apps'], resources: ['deployments', 'statefulsets'], verbs: VERBS },
  { apiGroups: ['batch'], resources: ['cronjobs', 'jobs'], verbs: VERBS },
  { apiGroups: [''], resources: ['persistentvolumeclaims'], verbs: VERBS },
];
