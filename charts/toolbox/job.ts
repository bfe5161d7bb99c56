import type { Construct } from 'constructs';
import {
  CronJob,
  type EnvVar,
  NetworkPolicy,
  type PodTemplate,
  type PolicyRule,
  Role,
  RoleBinding,
  ServiceAccount,
} from '../../imports/kubernetes.ts';
import type { Environment } from '../../src/model/environment.ts';
import { type Labels, platformLabels } from '../labels.ts';
import { kubernetesApiRule } from '../network/changing-addresses.ts';
import { dnsRule } from '../network/dns-rule.ts';
import { CONTAINER_SECURITY, POD_SECURITY } from '../workload/security-context.ts';
import { verbatim } from '../workload/verbatim.ts';

/** A job of Charthouse's own that speaks to the Kubernetes API. */
export interface ToolboxJob {
  /** Name of its objects and in its pods' labels; `config/names.ts` keeps services from having it. */
  readonly name: string;
  readonly namespace: string;
  /** What it is for: the component its objects and pods are labelled with. */
  readonly component: string;
  /** Five fields, UTC. */
  readonly schedule: string;
  readonly timeoutSeconds: number;
  /** Further attempts after a failed one. */
  readonly retries: number;
  /** Image with sh, kubectl and jq. */
  readonly image: string;
  /** Program of sh. */
  readonly script: string;
  readonly variables: Readonly<Record<string, string>>;
  /** Rights by the namespace they are in. */
  readonly rights: ReadonlyMap<string, readonly PolicyRule[]>;
}

/** The CronJob of such a job, with its rights, and a way to the Kubernetes API and nowhere else. */
export function addToolboxJob(scope: Construct, environment: Environment, job: ToolboxJob): void {
  const { name, namespace } = job;
  const labels = { 'app.kubernetes.io/component': job.component, 'app.kubernetes.io/name': name };
  new ServiceAccount(scope, { metadata: { name, namespace, labels }, automountServiceAccountToken: false });
  for (const [where, rules] of job.rights)
    addRights(scope, job, { platform: environment.platform, where, rules, labels });
  new NetworkPolicy(scope, {
    metadata: { name, namespace, labels },
    spec: {
      podSelector: { matchLabels: labels },
      policyTypes: ['Ingress', 'Egress'],
      egress: [dnsRule(environment), kubernetesApiRule(environment)],
    },
  });
  new CronJob(scope, {
    metadata: { name, namespace, labels },
    spec: {
      schedule: job.schedule,
      timeZone: 'Etc/UTC',
      concurrencyPolicy: 'Forbid',
      startingDeadlineSeconds: 3600,
      successfulJobsHistoryLimit: 1,
      failedJobsHistoryLimit: 1,
      jobTemplate: {
        metadata: { labels },
        spec: {
          backoffLimit: job.retries,
          activeDeadlineSeconds: job.timeoutSeconds,
          template: podTemplate(job, { ...platformLabels(environment), ...labels }),
        },
      },
    },
  });
}

interface Rights {
  readonly platform: string;
  readonly where: string;
  readonly rules: readonly PolicyRule[];
  readonly labels: Labels;
}

/** Rights in a namespace; one that is not the job's own may be that of another platform's job, too. */
function addRights(
  scope: Construct,
  { name: job, namespace }: ToolboxJob,
  { platform, where, rules, labels }: Rights,
): void {
  const name = where === namespace ? job : `${platform}-${job}`;
  const metadata = { name, namespace: where, labels };
  new Role(scope, { metadata, rules });
  new RoleBinding(scope, {
    metadata,
    subjects: [{ kind: 'ServiceAccount', name: job, namespace }],
    roleRef: { kind: 'Role', name, apiGroup: 'rbac.authorization.k8s.io' },
  });
}

function podTemplate({ name, image, script, variables }: ToolboxJob, labels: Labels): PodTemplate {
  const env: readonly EnvVar[] = Object.entries({ HOME: '/tmp', ...variables }).map(([variable, value]) => ({
    name: variable,
    value: verbatim(value),
  }));
  return {
    // It calls nobody in the mesh, and a sidecar could keep it from ending.
    metadata: { labels: { ...labels, 'sidecar.istio.io/inject': 'false' } },
    spec: {
      serviceAccountName: name,
      automountServiceAccountToken: true,
      enableServiceLinks: false,
      restartPolicy: 'Never',
      securityContext: POD_SECURITY,
      containers: [
        {
          name: 'toolbox',
          image,
          imagePullPolicy: 'IfNotPresent',
          command: ['sh', '-euc', script],
          env,
          resources: { requests: { cpu: '20m', memory: '64Mi' }, limits: { memory: '256Mi' } },
          volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
          securityContext: CONTAINER_SECURITY,
        },
      ],
      volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '64Mi' } }],
    },
  };
}
