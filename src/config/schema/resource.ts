import { z } from 'zod';
import { type ResourceTypeName, resourceTypes } from '../../../resources/index.ts';
import { EXPECTED, line, text } from './field.ts';
import * as scalar from './scalars.ts';

const external = z
  .strictObject({
    host: scalar.host.optional().describe('Host of the resource (of the writer, where there are several)'),
    readerHost: scalar.host.optional().describe('Host of the read replicas; the writer if left out'),
    port: scalar.portNumber.optional().describe("Port, where it is not the type's usual one"),
    secret: scalar.remoteSecret
      .optional()
      .describe('Remote secret; `<secrets.prefix>/<resource>` if left out'),
    name: text('the name of the bucket, table, bus or pool', /^[A-Za-z0-9._-]+$/).optional(),
    url: scalar.httpsUrl.optional().describe('URL of a queue'),
    arn: scalar.arn.optional().describe('ARN of a topic'),
    members: z
      .literal(true, { error: `${EXPECTED}true, or nothing` })
      .optional()
      .describe(
        "Clients are told of further nodes (Redis Cluster, sniffing, Aurora's own drivers) and connect to them, anywhere in the resource's network; those of a mongodb always are",
      ),
    authority: scalar.name
      .optional()
      .describe(
        'Who signs its certificate: one of `authorities`; those that images know if left out. Clients and exporters verify in full',
      ),
    unverified: line()
      .optional()
      .describe('Clients encrypt and do not look who answers; why that is well, in one line'),
    network: z
      .enum(['data', 'endpoints', 'internet'])
      .optional()
      .describe("Where its addresses are: one of the environment's `network` ranges, or the internet"),
  })
  .describe('Somebody else runs it: where it is, and which remote secret holds its credentials');

const TYPES = Object.keys(resourceTypes) as readonly ResourceTypeName[];

/** A resource as it is written, after platform and environment have been merged. */
export const resourceSchema = z.strictObject({
  type: z.enum(TYPES).describe('What it is'),
  version: text('a version in quotes, such as "15" or "7.0"', /^[0-9]+(\.[0-9]+){0,2}$/)
    .optional()
    .describe('Version of what answers there, for people to read'),
  database: text('the name of a database', /^[A-Za-z_][A-Za-z0-9_-]*$/, 63).optional(),
  external: external.optional(),
});

/** A resource, validated. */
export type ResourceInput = z.output<typeof resourceSchema>;

/** Where an external resource is, validated. */
export type ExternalInput = z.output<typeof external>;

/** A host outside the platform that a service may call. */
export const externalSchema = z
  .strictObject({
    host: scalar.hostOrWildcard.describe('Host, or `*.` and one for all hosts below it'),
    port: scalar.portNumber.default(443).describe('Port of the host'),
    protocol: z
      .enum(['HTTP', 'HTTPS', 'TLS', 'TCP'], { error: `${EXPECTED}HTTP, HTTPS, TLS or TCP` })
      .default('TLS')
      .describe('What the service speaks to it: TLS where the service itself encrypts, as HTTPS clients do'),
  })
  .refine(({ host, protocol }) => protocol !== 'TCP' || !host.startsWith('*.'), {
    path: ['protocol'],
    error: `${EXPECTED}HTTP, HTTPS or TLS: with TCP the mesh cannot tell hosts below \`*.\` apart`,
  });

/** An external host, validated. */
export type ExternalHostInput = z.output<typeof externalSchema>;
