import { z } from 'zod';
import { crds } from './checking.ts';
import { field, text } from './field.ts';
import * as scalar from './scalars.ts';

const account = text('an AWS account id of twelve digits, in quotes', /^[0-9]{12}$/);

const kubernetesMinor = field(
  'a Kubernetes version from 1.28 on, in quotes',
  { type: 'string', pattern: '^1\\.(2[89]|[3-9][0-9])$' },
  (value) => {
    const match = typeof value === 'string' ? /^1\.([0-9]{2})$/.exec(value) : null;
    return match && Number(match[1]) >= 28 ? Number(match[1]) : undefined;
  },
);

/** Facts of the cluster. */
export const cluster = z.strictObject({
  name: scalar.namespace.describe('Name of the cluster'),
  region: text('an AWS region', /^[a-z]{2}(-[a-z]+)+-[0-9]$/),
  account,
  zones: z
    .array(text('the letter of a zone', /^[a-z]$/))
    .min(1)
    .describe('Letters of the zones nodes are in'),
  kubernetes: kubernetesMinor,
  storageClass: scalar.name
    .optional()
    .describe(
      'StorageClass that the cluster has, for volumes; if left out, the platform brings one of encrypted gp3 volumes',
    ),
  vpcId: text('the id of a VPC', /^vpc-[0-9a-f]{8,17}$/)
    .optional()
    .describe('Its VPC, for the load balancer controller, whose pods cannot ask a node that hides it'),
  nodeLocalDns: z.boolean().default(false).describe('NodeLocal DNSCache runs on the nodes'),
  crds: crds.describe("Files and folders of the cluster's CRDs, relative to the folder of the platform"),
});

/** Address ranges outside the cluster that services may be allowed to reach. */
export const network = z.strictObject({
  data: z.array(scalar.cidr).min(1).optional().describe('Subnets of databases and caches'),
  endpoints: z
    .array(scalar.cidr)
    .min(1)
    .optional()
    .describe('Subnets of VPC interface endpoints of AWS services'),
});

/** Name of a label of an object. */
export const labelName = text(
  'the name of a label',
  /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/,
  317,
);

/** Value of a label of an object. */
export const labelValue = text(
  'the value of a label: at most 63 letters, digits, hyphens, underscores and dots',
  /^([A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?)?$/,
  63,
);

/** Where secrets come from. */
export const secrets = z.strictObject({
  roleArn: scalar.arn.describe('IAM role that may read the remote secrets'),
  prefix: text('a prefix of remote secrets, without / at its end', /^[A-Za-z0-9/_+=.@-]*[A-Za-z0-9_+=.@-]$/)
    .optional()
    .describe('`<platform>/<environment>` if left out'),
  refresh: scalar
    .secondsFrom(60, 7 * 24 * 3600, 'a duration from 1m to 168h')
    .prefault('1h')
    .describe('How often remote secrets are read again'),
});

/** Kubernetes groups that hold a role. */
export const access = z.strictObject({
  deployer: z.array(z.string().min(1)).default([]).describe('Groups that may restart and scale, too'),
  viewer: z.array(z.string().min(1)).default([]).describe('Groups that may look, but not at Secrets'),
});

/** A token issuer. */
export const jwt = z.strictObject({
  issuer: scalar.httpsUrl.describe('Claim `iss` of the tokens'),
  jwksUri: scalar.httpsUrl.describe('Where the keys are that sign them'),
  audiences: z.array(z.string().min(1)).min(1).describe('Claim `aud`: one of these'),
});

/** Digest of an image. */
export const imageDigest = text('a digest: sha256: and 64 hexadecimal digits', /^sha256:[0-9a-f]{64}$/);

/** Tag of an image, one that stays what it is. */
export const imageTag = text(
  'an image tag other than latest',
  /^(?!latest$)[A-Za-z0-9_][A-Za-z0-9_.-]{0,62}$/,
  63,
);

/** Tag or digest of an image. */
export const imageVersion = z
  .strictObject({ tag: imageTag.optional(), digest: imageDigest.optional() })
  .refine((value) => value.tag !== undefined || value.digest !== undefined, {
    error: 'expected a tag or a digest',
  });

/** Versions of a service's image and of its variants'. */
export const image = z
  .strictObject({
    tag: imageTag.optional(),
    digest: imageDigest.optional(),
    variants: z.record(scalar.name, imageVersion).optional().describe('Image versions by variant'),
  })
  .refine((value) => value.tag !== undefined || value.digest !== undefined, {
    error: 'expected a tag or a digest',
  });
