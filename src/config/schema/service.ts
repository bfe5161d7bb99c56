import { z } from 'zod';
import { KIND_TRAITS, SERVICE_KINDS } from '../../model/kind-traits.ts';
import type { ProbeAction } from '../../model/service.ts';
import { containerPath, filePath } from './container-path.ts';
import { container } from './container-size.ts';
import { EXPECTED, field, line, orDefaults, text, whole } from './field.ts';
import { nodeSelector, securityContext, toleration } from './pod.ts';
import { release } from './release.ts';
import * as scalar from './scalars.ts';
import { disruption, scaling } from './scaling.ts';
import { schedule } from './schedule.ts';
import { slo } from './slo.ts';
import { circuitBreaker, expose, rateLimit, use, variant } from './traffic.ts';
import { urlPath } from './url-path.ts';

const probe = z
  .union([z.enum(['grpc', 'tcp']), urlPath, z.array(z.string()).min(1)], {
    error: `${EXPECTED}a path that starts with /, \`grpc\`, \`tcp\`, or a command as a list`,
  })
  .transform((value): ProbeAction => {
    if (typeof value !== 'string') return { type: 'exec', command: value };
    return value === 'grpc' || value === 'tcp' ? { type: value } : { type: 'http', path: value };
  });

/** The name of a port. People write its number, and quotes would not help. */
const portName = field(
  'the name of a port, as in `ports`, and not its number',
  { type: 'string', pattern: scalar.NAME.source },
  (value) => (typeof value === 'string' && scalar.isName(value) ? value : undefined),
);

const health = z
  .strictObject({
    port: portName.optional().describe('Port the probes ask; the first port of the service if left out'),
    startup: probe.optional().describe('Asked every 5 s until it succeeds; the other probes wait for it'),
    liveness: probe.optional().describe('Asked every 10 s; three failures restart the container'),
    readiness: probe.optional().describe('Asked every 5 s; while it fails the pod gets no requests'),
    startupTime: scalar.podSeconds.prefault('150s').describe('How long a start may take before a restart'),
  })
  .describe('Probes: a path, `grpc`, `tcp`, or a command');

const jobLimits = {
  retries: whole(0, 20).default(3).describe('Further attempts after a failed one'),
  timeout: scalar.runSeconds.prefault('10m').describe('After this the run is stopped'),
};

const job = z.strictObject(jobLimits).describe('Bounds of a run of a cron or task');

const stop = z
  .strictObject({
    drain: scalar.podSecondsOrNone
      .prefault('10s')
      .describe('Wait for routes to move away before the stop signal'),
    grace: scalar.podSeconds
      .prefault('45s')
      .describe('From the first notice to the kill, the drain included'),
  })
  .refine((value) => value.drain < value.grace, {
    path: ['grace'],
    error: 'expected grace to be longer than drain',
  });

/** The content of a file, or a map with it and what else there is to say. */
const serviceFile = z
  .union(
    [
      z.string(),
      z.strictObject({
        content: z
          .string()
          .describe('Its text; `${postgres.writer.host}` takes an output of something in `uses`'),
        executable: z.boolean().default(false).describe('It may be run'),
      }),
    ],
    { error: `${EXPECTED}the text of the file, or a map with its content` },
  )
  .transform((value) => (typeof value === 'string' ? { content: value, executable: false } : value));

/** A service as it is written, after platform and environment have been merged. */
export const serviceSchema = z.strictObject({
  kind: z
    .enum(SERVICE_KINDS)
    .describe(SERVICE_KINDS.map((kind) => `${kind}: ${KIND_TRAITS[kind].summary}`).join('; ')),
  summary: line().describe('What it does, in one line'),
  repository: scalar.imageRepository
    .optional()
    .describe("Image repository; the environment's registry and the service's name if left out"),
  command: z.array(z.string()).min(1).optional().describe("Command; the image's if left out"),
  args: z.array(z.string()).min(1).optional().describe("Arguments of the command; the image's if left out"),
  ports: z
    .record(
      text(
        'a port name of at most 15 characters: `metrics`, or a protocol (http, http2, https, grpc, grpc-web, tcp, tls, mongo, mysql, redis) and, after a hyphen, anything',
        /^(metrics|(http2?|https|grpc|grpc-web|tcp|tls|mongo|mysql|redis)(-[a-z0-9]([-a-z0-9]*[a-z0-9])?)?)$/,
        15,
      ),
      scalar.portNumber,
    )
    .optional()
    .describe('Ports by name; the name tells the protocol, as in Istio'),
  health: orDefaults(health),
  resources: container.describe('Compute resources of a pod, without its sidecar'),
  qos: z
    .enum(['Burstable', 'Guaranteed'])
    .default('Burstable')
    .describe('Guaranteed: limits equal requests, the sidecar included, so the pod is evicted last'),
  scaling: scaling.optional().describe('How many pods run'),
  disruption: disruption.optional(),
  antiAffinity: z
    .enum(['preferred', 'required'], { error: `${EXPECTED}\`preferred\` or \`required\`` })
    .optional()
    .describe(
      'Keeps pods of one revision on different nodes: preferred where there is room, required even if a pod has to wait for a node',
    ),
  nodeSelector: nodeSelector.optional(),
  tolerations: z.array(toleration).min(1).optional().describe('Taints of nodes that its pods put up with'),
  securityContext: securityContext.optional(),
  priority: scalar.name.default('standard').describe('One of `priorities`'),
  env: z
    .record(
      scalar.variableName,
      z.union([z.string(), z.number(), z.boolean()], { error: `${EXPECTED}text, a number or a boolean` }),
    )
    .optional()
    .describe('Environment variables; `${postgres.writer.host}` takes an output of something in `uses`'),
  secretFiles: z
    .record(text('a file name', /^[A-Za-z0-9][A-Za-z0-9._-]*$/), z.string())
    .optional()
    .describe('Files in /etc/secrets, each one secret output such as `${postgres.writer.url}`'),
  files: z
    .record(filePath, serviceFile)
    .optional()
    .describe(
      'Configuration files by their path in the container, read-only; a changed one restarts the pods',
    ),
  uses: z.record(scalar.name, use).optional().describe('Everything the service depends on, with its access'),
  expose: expose.optional(),
  rateLimit: rateLimit.optional(),
  loadBalancing: z
    .enum(['least-request', 'round-robin', 'random'])
    .default('least-request')
    .describe('How callers spread requests over the pods'),
  zones: z
    .enum(['spread', 'prefer'])
    .default('spread')
    .describe(
      'spread: requests go to the pods of all zones alike; prefer: to those in the zone of the caller while they are healthy',
    ),
  circuitBreaker: orDefaults(circuitBreaker).describe('When callers leave a pod alone'),
  variants: z
    .record(scalar.name, variant)
    .optional()
    .describe('Other versions that run beside it: canary, A/B'),
  release: release.optional(),
  slo: slo.optional(),
  stop: orDefaults(stop).describe('How pods stop'),
  writablePaths: z
    .array(containerPath)
    .min(1)
    .optional()
    .describe('Paths besides /tmp that the service writes to'),
  volume: z
    .strictObject({
      size: scalar.memory.describe('Size, such as 10Gi'),
      path: containerPath.describe('Where the container finds it'),
      storageClass: scalar.name.optional().describe('StorageClass; `cluster.storageClass` if left out'),
    })
    .optional()
    .describe('The volume each pod of a stateful service keeps'),
  schedule: schedule.optional(),
  job: orDefaults(job),
  migrate: z
    .strictObject({ command: z.array(z.string()).min(1).describe('Command'), ...jobLimits })
    .optional()
    .describe("A command of the service's image that runs once before each release"),
  roleArn: scalar.arn
    .optional()
    .describe('`cloud: aws`: IAM role the pods assume through their ServiceAccount (IRSA)'),
  googleServiceAccount: scalar.googleServiceAccount
    .optional()
    .describe('`cloud: gcp`: IAM service account the pods act as (Workload Identity Federation for GKE)'),
  azureClientId: scalar.azureClientId
    .optional()
    .describe('`cloud: azure`: managed identity the pods act as (Microsoft Entra Workload ID)'),
});

/** A service, validated. */
export type ServiceInput = z.output<typeof serviceSchema>;
