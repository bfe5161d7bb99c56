import { z } from 'zod';
import { EXPECTED, field, text, whole } from './field.ts';
import * as scalar from './scalars.ts';

const account = text('an AWS account id: twelve digits, in quotes', /^[0-9]{12}$/);

const kubernetesMinor = field(
  'a Kubernetes version in quotes, from "1.29" on',
  { type: 'string', pattern: '^1\\.(29|[3-9][0-9])$' },
  (value) => {
    const match = typeof value === 'string' ? /^1\.([0-9]{2})$/.exec(value) : null;
    return match && Number(match[1]) >= 29 ? Number(match[1]) : undefined;
  },
);

/** Facts of the cluster. */
export const cluster = z.strictObject({
  name: scalar.namespace,
  region: text('an AWS region', /^[a-z]{2}(-[a-z]+)+-[0-9]$/),
  account,
  zones: z
    .array(text('the letter of a zone', /^[a-z]$/))
    .min(1)
    .describe('Letters of the zones nodes are in'),
  kubernetes: kubernetesMinor,
  nodeLocalDns: z.boolean().default(false).describe('NodeLocal DNSCache runs on the nodes'),
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

const container = z.strictObject({
  requests: z.strictObject({ cpu: scalar.cpu, memory: scalar.memory }),
  limits: z.strictObject({ cpu: scalar.cpu.optional(), memory: scalar.memory }),
});

const gateway = z.strictObject({
  namespace: scalar.namespace.default('istio-ingress'),
  serviceAccount: scalar.namespace.default('istio-ingressgateway'),
  service: scalar.namespace.default('istio-ingressgateway'),
  selector: z.record(z.string(), z.string()).default({ istio: 'ingressgateway' }),
});

const tracing = z.strictObject({
  provider: scalar.name.describe('Name of an extension provider of the mesh'),
  samplingPercent: z
    .number({ error: `${EXPECTED}a percentage from 0 to 100` })
    .min(0, { error: `${EXPECTED}a percentage from 0 to 100` })
    .max(100, { error: `${EXPECTED}a percentage from 0 to 100` }),
});

/** Where the mesh's own parts are. */
export const mesh = z.strictObject({
  controlPlaneNamespace: scalar.namespace.default('istio-system'),
  trustDomain: text('a trust domain', /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/).default('cluster.local'),
  gateway: gateway.prefault({}),
  proxy: container
    .prefault({ requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '256Mi' } })
    .describe('Resources of the sidecar beside each container'),
  tracing: tracing.optional(),
});

/** The load balancer in front of the mesh gateway. */
export const ingress = z.strictObject({
  scheme: z.enum(['internet-facing', 'internal']),
  certificateArn: scalar.arn.describe('ACM certificate of the public hosts'),
  gatewayCertificate: text('the name of a remote secret', /^[A-Za-z0-9/_+=.@-]+$/, 512).describe(
    "Remote secret with tls.crt and tls.key of the gateway's own certificate, between load balancer and gateway",
  ),
  minimumTls: z.enum(['1.2', '1.3'], { error: `${EXPECTED}"1.2" or "1.3", in quotes` }).default('1.3'),
  webAclArn: scalar.arn.optional().describe('WAF web ACL'),
  accessLogs: z
    .strictObject({
      bucket: scalar.host.or(text('a bucket', /^[a-z0-9.-]{3,63}$/)),
      prefix: z.string().default(''),
    })
    .optional(),
  idleTimeout: scalar.seconds.prefault('60s'),
  inboundCidrs: z.array(scalar.cidr).min(1).optional().describe('Who may connect; everybody if left out'),
  deletionProtection: z.boolean().default(true),
});

/** Where secrets come from. */
export const secrets = z.strictObject({
  roleArn: scalar.arn.describe('IAM role that may read the remote secrets'),
  prefix: text('a prefix of remote secrets, without / at its end', /^[A-Za-z0-9/_+=.@-]*[A-Za-z0-9_+=.@-]$/)
    .optional()
    .describe('`<platform>/<environment>` if left out'),
  refresh: scalar.duration.prefault('1h').describe('How often remote secrets are read again'),
});

/** Kubernetes groups that hold a role. */
export const access = z.strictObject({
  deployer: z.array(z.string().min(1)).default([]),
  viewer: z.array(z.string().min(1)).default([]),
});

/** Hard limits of a namespace. */
export const quota = z.strictObject({
  cpu: scalar.cpu.describe('Sum of CPU requests'),
  memory: scalar.memory.describe('Sum of memory requests'),
  memoryLimit: scalar.memory.describe('Sum of memory limits'),
  pods: whole(1, 100_000),
  volumes: whole(0, 10_000).default(0),
  storage: scalar.memory.optional().describe('Sum of volume sizes'),
});

/** A token issuer. */
export const jwt = z.strictObject({
  issuer: scalar.httpsUrl,
  jwksUri: scalar.httpsUrl,
  audiences: z.array(z.string().min(1)).min(1),
});

const digest = text('a digest: sha256: and 64 hexadecimal digits', /^sha256:[0-9a-f]{64}$/);
const tag = text('an image tag other than latest', /^(?!latest$)[A-Za-z0-9_][A-Za-z0-9_.-]{0,62}$/, 63);

/** Tag or digest of an image. */
export const imageVersion = z
  .strictObject({ tag: tag.optional(), digest: digest.optional() })
  .refine((value) => value.tag !== undefined || value.digest !== undefined, {
    error: 'expected a tag or a digest',
  });

/** Versions of a service's image and of its variants'. */
export const image = z
  .strictObject({
    tag: tag.optional(),
    digest: digest.optional(),
    variants: z.record(scalar.name, imageVersion).optional(),
  })
  .refine((value) => value.tag !== undefined || value.digest !== undefined, {
    error: 'expected a tag or a digest',
  });
