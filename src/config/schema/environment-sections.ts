import { z } from 'zod';
import { CLOUDS } from '../../../choices/clouds/index.ts';
import { SECRET_STORES } from '../../../choices/secret-stores/index.ts';
import { crds } from './checking.ts';
import { field, text } from './field.ts';
import { choiceOf } from './keyed-choice.ts';
import * as scalar from './scalars.ts';

const kubernetesMinor = field(
  'a Kubernetes version from 1.28 on, in quotes',
  { type: 'string', pattern: '^1\\.(2[89]|[3-9][0-9])$' },
  (value) => {
    const match = typeof value === 'string' ? /^1\.([0-9]{2})$/.exec(value) : null;
    return match && Number(match[1]) >= 28 ? Number(match[1]) : undefined;
  },
);

/** Facts of the cluster: those of every one, and those of its cloud. */
export const cluster = choiceOf('cloud', CLOUDS, {
  name: scalar.namespace.describe('Name of the cluster'),
  kubernetes: kubernetesMinor,
  storageClass: scalar.name
    .optional()
    .describe(
      'StorageClass that the cluster has, for volumes; if left out, the platform brings one of encrypted gp3 volumes',
    ),
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

/** Where secrets come from. */
export const secrets = choiceOf('store', SECRET_STORES, {});

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
