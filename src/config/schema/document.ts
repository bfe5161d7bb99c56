import { z } from 'zod';
import * as facts from './facts.ts';
import { EXPECTED, text, whole } from './field.ts';
import { externalSchema, resourceSchema } from './resource.ts';
import * as scalar from './scalars.ts';
import { serviceSchema } from './service.ts';

const labelKey = text(
  'a label key: at most 63 letters, digits, hyphens, underscores and dots',
  /^[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/,
);

/** The sections that describe the platform itself; the others are facts of an environment. */
export const PLATFORM_SECTIONS: readonly string[] = [
  'platform',
  'owner',
  'tags',
  'namespaces',
  'services',
  'resources',
  'externals',
  'priorities',
];

const sections = {
  platform: scalar.name,
  environment: scalar.name,
  owner: z.string().min(1).describe('Team that answers for the platform'),
  tags: z
    .record(labelKey, z.string())
    .default({})
    .describe('Labels of every object; `${environment}` and `${platform}` are filled in'),
  namespaces: z.strictObject({
    services: scalar.namespace,
    monitoring: scalar.namespace,
    externalSecrets: scalar.namespace,
  }),
  priorities: z
    .record(scalar.name, whole(1, 1_000_000_000))
    .default({ batch: 10_000, critical: 1_000_000, standard: 100_000 })
    .describe('Pod priorities by name; higher numbers are scheduled first'),
  jwt: facts.jwt.optional().describe('Issuer of the tokens that `auth: jwt` asks for'),
  cluster: facts.cluster,
  domain: scalar.host.describe('Public hosts are below it'),
  registry: text('an image registry without https://', /^[a-z0-9.-]+(:[0-9]+)?(\/[a-z0-9._-]+)*$/).optional(),
  images: z.record(scalar.name, facts.image).default({}).describe('Image versions by service'),
  providers: z
    .strictObject({ default: z.enum(['external'], { error: `${EXPECTED}external` }) })
    .describe('How resources come to exist in this environment'),
  network: facts.network.prefault({}),
  mesh: facts.mesh.prefault({}),
  ingress: facts.ingress.optional(),
  secrets: facts.secrets,
  access: facts.access.prefault({}),
  quotas: z
    .strictObject({
      services: facts.quota.optional(),
      monitoring: facts.quota.optional(),
      externalSecrets: facts.quota.optional(),
    })
    .prefault({})
    .describe('Limits per namespace; that of the services follows from their largest size if left out'),
};

/** Everything but the named entries, which are validated one by one so that a fault in one does not hide the next. */
export const documentSchema = z.strictObject({
  ...sections,
  services: z.record(scalar.name, z.unknown()),
  resources: z.record(scalar.name, z.unknown()).default({}),
  externals: z.record(scalar.name, z.unknown()).default({}),
});

/** Platform and environment merged, whole: what the JSON Schemas for editors are made from. */
export const completeSchema = z.strictObject({
  ...sections,
  services: z.record(scalar.name, serviceSchema),
  resources: z.record(scalar.name, resourceSchema).optional(),
  externals: z.record(scalar.name, externalSchema).optional(),
});

/** A merged document, validated but for its services, resources and externals. */
export type DocumentInput = z.output<typeof documentSchema>;
