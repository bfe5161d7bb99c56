import type { Construct } from 'constructs';
import { ConfigMap, CronJob, NetworkPolicy, ServiceAccount } from '../../../imports/kubernetes.ts';
import { indexPolicyText, type KeptIndices } from '../../../monitoring/store/index-policy.ts';
import {
  AUTHORIZATION_FILE,
  POLICY_FILE,
  TEMPLATE_FILE,
} from '../../../monitoring/store/retention-script.ts';
import type { Environment } from '../../../src/model/environment.ts';
import type { Part } from '../../../src/model/observability.ts';
import type { SearchStore } from '../../../src/model/watched.ts';
import type { ConcernFile } from '../../concern.ts';
import { environmentLabels, platformLabels } from '../../labels.ts';
import { dnsRule } from '../../network/dns-rule.ts';
import { addSecret, type SecretContent, secretMetadata } from '../../secrets/add-secret.ts';
import { storeAccount, storeEgress } from './account.ts';
import { retentionPod } from './retention-pod.ts';

/** A job that tells a store how long to keep indices of one kind, and what is in them. */
export interface RetentionJob extends KeptIndices {
  readonly name: string;
  /** The part it belongs to, which its objects are labelled with. */
  readonly part: Part;
  readonly store: SearchStore;
  /** Template of new indices, as text; undefined where whoever writes them makes it. */
  readonly template: string | undefined;
}

/** The file of a retention job, which has its name. */
export function retentionFile(environment: Environment, job: RetentionJob): ConcernFile {
  return { name: job.name, part: job.part, addTo: (scope) => addRetentionJob(scope, environment, job) };
}

/**
 * The CronJob, which repeats itself each hour: it makes up for a store that was away, or was made anew. It goes to the
 * store and nowhere else.
 */
function addRetentionJob(scope: Construct, environment: Environment, job: RetentionJob): void {
  const { name, part, template } = job;
  const labels = { 'app.kubernetes.io/component': part, 'app.kubernetes.io/name': name };
  const metadata = { name, namespace: environment.namespaces.monitoring, labels };
  const files = { [POLICY_FILE]: indexPolicyText(job), ...(template && { [TEMPLATE_FILE]: template }) };
  new ServiceAccount(scope, { metadata, automountServiceAccountToken: false });
  new NetworkPolicy(scope, {
    metadata,
    spec: {
      podSelector: { matchLabels: labels },
      policyTypes: ['Ingress', 'Egress'],
      egress: [dnsRule(environment), ...storeEgress(job.store)],
    },
  });
  new ConfigMap(scope, { metadata, data: files });
  addSecret(scope, metadata, accountHeader(environment, job, labels), environment);
  new CronJob(scope, {
    metadata,
    spec: {
      schedule: '17 * * * *',
      timeZone: 'Etc/UTC',
      concurrencyPolicy: 'Forbid',
      startingDeadlineSeconds: 600,
      successfulJobsHistoryLimit: 1,
      failedJobsHistoryLimit: 1,
      jobTemplate: {
        metadata: { labels },
        spec: {
          backoffLimit: 2,
          activeDeadlineSeconds: 300,
          template: retentionPod(environment, job, { ...platformLabels(environment), ...labels }),
        },
      },
    },
  });
}

/** The account as the header that curl sends. */
function accountHeader(
  environment: Environment,
  { store }: RetentionJob,
  labels: Readonly<Record<string, string>>,
): SecretContent {
  const credentials = '{{ printf "%s:%s" .username .password | b64enc }}';
  return {
    data: storeAccount(store).data,
    template: {
      engineVersion: 'v2',
      mergePolicy: 'Replace',
      metadata: secretMetadata({ ...environmentLabels(environment), ...labels }),
      data: { [AUTHORIZATION_FILE]: `Authorization: Basic ${credentials}` },
    },
  };
}
