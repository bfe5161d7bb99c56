import { z } from 'zod';
import { crds } from './checking.ts';
import { EXPECTED, field, text } from './field.ts';
import * as scalar from './scalars.ts';
import { proxy } from './sizes.ts';

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

const gateway = z.strictObject({
  namespace: scalar.namespace.default('istio-ingress').describe('Namespace its pods run in'),
  serviceAccount: scalar.namespace.default('istio-ingressgateway').describe('ServiceAccount its pods run as'),
  service: scalar.namespace.default('istio-ingressgateway').describe('Name of its Kubernetes Service'),
  selector: z
    .record(labelName, labelValue)
    .refine((labels) => Object.keys(labels).length > 0, { error: `${EXPECTED}at least one label` })
    .default({ istio: 'ingressgateway' })
    .describe("Labels of the gateway's pods"),
});

const tracing = z.strictObject({
  provider: scalar.name.describe('Name of an extension provider of the mesh'),
  samplingPercent: z
    .number({ error: `${EXPECTED}a percentage from 0 to 100` })
    .min(0, { error: `${EXPECTED}a percentage from 0 to 100` })
    .max(100, { error: `${EXPECTED}a percentage from 0 to 100` })
    .describe('Share of the requests that are traced, percent'),
});

/** Where the mesh's own parts are. */
export const mesh = z.strictObject({
  controlPlaneNamespace: scalar.namespace.default('istio-system').describe('Namespace of istiod'),
  trustDomain: text('a trust domain', /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/)
    .default('cluster.local')
    .describe('Trust domain of the mesh, first part of every identity'),
  gateway: gateway.prefault({}).describe('The gateway that public hosts come in through'),
  proxy: proxy
    .prefault({ requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '256Mi' } })
    .describe('Resources of the sidecar beside each container'),
  tracing: tracing
    .optional()
    .describe(
      'Sidecars send traces to a collector in the monitoring namespace, OTLP on port 4317; none if left out',
    ),
});

/** The load balancer in front of the mesh gateway. */
export const ingress = z.strictObject({
  scheme: z.enum(['internet-facing', 'internal']).describe('Whether the load balancer has public addresses'),
  name: text(
    'a name of at most 32 letters, digits and hyphens',
    /^(?!internal-)[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$/,
    32,
  )
    .optional()
    .describe(
      'Name of the load balancer in AWS, which a later change replaces; the controller makes one up if left out',
    ),
  certificateArn: scalar.arn.describe('ACM certificate of the public hosts'),
  gatewayCertificate: scalar.remoteSecret.describe(
    "Remote secret with tls.crt and tls.key of the gateway's own certificate, between load balancer and gateway",
  ),
  minimumTls: z
    .enum(['1.2', '1.3'], { error: `${EXPECTED}"1.2" or "1.3", in quotes` })
    .default('1.3')
    .describe('Oldest version of TLS that clients may speak, in quotes'),
  webAclArn: scalar.arn.optional().describe('WAF web ACL'),
  accessLogs: z
    .strictObject({
      bucket: text('the name of a bucket', /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/).describe('S3 bucket'),
      prefix: text('a prefix of letters, digits and -_./', /^[A-Za-z0-9_./-]*$/)
        .default('')
        .describe('What the names of the logs start with'),
    })
    .describe('Where the load balancer writes its access logs; nowhere if left out')
    .optional(),
  idleTimeout: scalar
    .secondsFrom(1, 4000, 'a duration from 1s to 4000s')
    .prefault('60s')
    .describe('How long an idle connection is kept'),
  inboundCidrs: z.array(scalar.cidr).min(1).optional().describe('Who may connect; everybody if left out'),
  deletionProtection: z.boolean().default(true).describe('AWS refuses to delete the load balancer'),
});

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
