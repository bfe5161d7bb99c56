import { z } from 'zod';
import { field, orDefaults, text } from './field.ts';
import { address, channel } from './notified.ts';
import * as scalar from './scalars.ts';
import { window } from './week.ts';

/** Argo CD takes `*`, `?`, `!`, `[` and `{` for patterns, and a password has no place in a file. */
const repository = text(
  'the https:// or git@ address of a Git repository, without a user or a password in it',
  /^(https:\/\/[A-Za-z0-9][A-Za-z0-9.-]*(:[0-9]+)?(\/[A-Za-z0-9._~-]+)+|git@[A-Za-z0-9.-]+:[A-Za-z0-9._~/-]+)$/,
);

const revision = text(
  'a branch, tag or commit',
  /^(?!.*(\.\.|\/\/|@\{))[A-Za-z0-9]([A-Za-z0-9._/-]*[A-Za-z0-9_-])?$/,
);

const path = text(
  'a folder of the repository, without / at either end',
  /^(?!.*(^|\/)\.\.?(\/|$))[A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)*$/,
);

const chartValues = field(
  'values of the chart, as a map',
  { type: 'object', additionalProperties: true },
  (value): Readonly<Record<string, unknown>> | undefined =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined,
);

const choice = {
  provided: z.boolean().default(false).describe('The cluster has it already, from elsewhere'),
  version: text('a version such as 1.30.3', /^v?[0-9]+\.[0-9]+\.[0-9]+(-[A-Za-z0-9.-]+)?$/)
    .optional()
    .describe('Version of its chart, instead of the pinned one'),
  values: chartValues.optional().describe('Values of its chart, laid over those of Charthouse'),
};

const addOn = z.strictObject(choice).optional();

/** One that talks to AWS. */
const awsAddOn = z
  .strictObject({
    ...choice,
    roleArn: scalar.arn.optional().describe('IAM role of its service account; none with EKS Pod Identity'),
  })
  .optional();

const addOns = z.strictObject({
  'cert-manager': addOn.describe('Certificates, for webhooks of others'),
  'metrics-server': addOn.describe('CPU and memory that autoscalers go by'),
  'istio-base': addOn.describe('Kinds of Istio'),
  istiod: addOn.describe('Control plane of Istio'),
  'istio-cni': addOn.describe('What leads the traffic of pods through their sidecars'),
  'istio-gateway': addOn.describe('Gateway that public hosts come in through'),
  'external-secrets': addOn.describe('External Secrets'),
  'aws-load-balancer-controller': awsAddOn.describe('Load balancers for Ingresses'),
  'external-dns': awsAddOn.describe('DNS records of public hosts'),
  keda: addOn.describe('Scaling by requests'),
  'argo-rollouts': addOn.describe('Canary and blue-green releases'),
  reloader: addOn.describe('Restarts when secrets change'),
  velero: awsAddOn.describe('Backups'),
});

/** How Argo CD brings an environment into its cluster. */
export const delivery = z.strictObject({
  repository: repository.describe('Git repository that holds `dist/`; in platform.yaml only'),
  revision: revision
    .default('HEAD')
    .describe('Branch, tag or commit that is followed; HEAD: the default branch'),
  path: path
    .default('dist')
    .describe('Folder of the repository with the rendered folders; in platform.yaml only'),
  argocd: orDefaults(
    z.strictObject({
      namespace: scalar.namespace.default('argocd').describe('Namespace of Argo CD on its own cluster'),
      revision: revision.default('HEAD').describe('Branch that its objects themselves are read from'),
    }),
  ).describe('Where Argo CD is; in platform.yaml only'),
  automated: z.boolean().describe('Whether every commit is synced; otherwise a person starts each sync'),
  notifications: orDefaults(
    z.strictObject({
      slack: channel.optional().describe('Channel that is told of every sync, without #'),
      email: z.array(address).default([]).describe('Who gets a mail when a sync or the platform fails'),
    }),
  ).describe('Who is told what happens'),
  releaseWindows: z
    .record(scalar.name, window)
    .default({})
    .describe('When syncs may run, by name; at any time if left out'),
  addOns: addOns
    .optional()
    .describe('Bring what the rendered objects need, as Helm charts of its makers; one that is named always'),
});
