import { z } from 'zod';
import { mesh } from '../../../choices/meshes/index.ts';
import { ingress } from '../../../choices/ways-in/index.ts';
import { type ProviderName, providers } from '../../../providers/index.ts';
import { backups } from './backups.ts';
import { exception, severities } from './checking.ts';
import { delivery } from './delivery.ts';
import * as section from './environment-sections.ts';
import { EXPECTED, line, text, whole } from './field.ts';
import { kpi } from './kpi.ts';
import { labelValue } from './labels.ts';
import { observability } from './observability.ts';
import { emergency, maintenance, prometheus } from './operation.ts';
import { patch } from './patches.ts';
import { previews, toolbox } from './previews.ts';
import { externalSchema, resourceSchema } from './resource.ts';
import * as scalar from './scalars.ts';
import { serviceSchema } from './service.ts';
import { quota } from './sizes.ts';

const PROVIDERS = Object.keys(providers) as readonly ProviderName[];

/** Kustomize fails on labels whose key looks like a number, a date, a boolean or null. */
const labelKey = text(
  'a label key that starts with a letter: at most 63 letters, digits, hyphens, underscores and dots',
  /^(?!(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Nn]ull|NULL)$)[A-Za-z]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/,
);

const registryName = text('an image registry without https://', /^[a-z0-9.-]+(:[0-9]+)?(\/[a-z0-9._-]+)*$/);

/** The sections that describe the platform itself; the others are of an environment. */
export const PLATFORM_SECTIONS: readonly string[] = [
  'platform',
  'owner',
  'tags',
  'namespaces',
  'services',
  'resources',
  'externals',
  'priorities',
  'metrics',
];

const sections = {
  platform: scalar.name.describe('Name of the platform and of its folder'),
  environment: scalar.name.describe('Name of the environment and of its file'),
  owner: line().describe('Team that answers for the platform'),
  tags: z
    .record(labelKey, labelValue)
    .default({})
    .describe(
      'Labels of every object, of pods not, as a changed tag would restart them; `${environment}` and `${platform}` are filled in',
    ),
  namespaces: z
    .strictObject({
      services: scalar.namespace.describe('Namespace of the services'),
      monitoring: scalar.namespace.describe('Namespace of what watches them'),
      externalSecrets: scalar.namespace
        .optional()
        .describe(
          'Namespace of the External Secrets operator; left out where another platform of the cluster has it',
        ),
      nodeAgents: scalar.namespace
        .optional()
        .describe('Namespace of what watches nodes, which admits more; for the parts `nodes` and `logs`'),
    })
    .describe('Namespaces the platform owns'),
  priorities: z
    .record(scalar.name, whole(1, 999_999_000))
    .default({ batch: 10_000, critical: 1_000_000, standard: 100_000 })
    .describe(
      'Pod priorities by name; higher numbers are scheduled first, below what watches nodes and sends alerts',
    ),
  jwt: section.jwt.optional().describe('Issuer of the tokens that `auth: jwt` asks for'),
  cluster: section.cluster.describe('The cluster the environment runs in'),
  domain: scalar.host.describe('Public hosts are below it'),
  registry: registryName.optional().describe('Image registry: images are <registry>/<service>'),
  registries: z
    .array(registryName)
    .default([])
    .describe(
      "Further registries images may come from, besides `registry` and the services' own `repository`",
    ),
  images: z.record(scalar.name, section.image).default({}).describe('Image versions by service'),
  providers: z
    .strictObject({
      default: z
        .enum(PROVIDERS, { error: `${EXPECTED}${PROVIDERS.map((name) => `\`${name}\``).join(' or ')}` })
        .describe(PROVIDERS.map((name) => `${name}: ${providers[name].summary}`).join('; ')),
    })
    .describe('How resources come to exist in this environment'),
  authorities: z
    .record(
      scalar.name,
      z.strictObject({
        configMap: scalar.name.describe(
          'ConfigMap with the certificates, which others keep in the namespaces of the services and of monitoring, as trust-manager does',
        ),
        key: text('a key of a ConfigMap', /^[A-Za-z0-9._-]+$/)
          .default('ca.crt')
          .describe('Key with the certificates, PEM'),
      }),
    )
    .default({})
    .describe(
      'Who signs certificates of resources and is not known to images, such as the authority of Amazon RDS, by name',
    ),
  network: section.network
    .prefault({})
    .describe('Address ranges outside the cluster that services may reach'),
  mesh: mesh.describe('What stands between pods and proves who calls: a mesh, or `none`'),
  ingress: ingress.optional().describe('How requests come in from outside: one way, and its settings'),
  secrets: section.secrets.describe('Where secrets come from'),
  prometheus: prometheus
    .optional()
    .describe('Counts the requests that `requestsPerSecond` scales by and the analysis of a release judges'),
  maintenance: maintenance.optional().describe('When planned work may disturb the platform, once a week'),
  emergency: emergency
    .optional()
    .describe(
      'For the time being deployers may write workloads and routes by hand, and sync against the windows',
    ),
  delivery: delivery
    .optional()
    .describe('How Argo CD brings the environment into its cluster; not at all if left out'),
  previews: previews
    .optional()
    .describe(
      'Small copies of the environment for pull requests and developers; in the file of one environment',
    ),
  backups: backups.optional().describe('Backups by Velero, and drills that restore them; none if left out'),
  observability: observability
    .optional()
    .describe('Metrics, alerts, dashboards, traces and logs; somebody else watches if left out'),
  metrics: z
    .record(scalar.name, kpi)
    .default({})
    .describe('Numbers that the business goes by, by name; where there is `observability`'),
  toolbox: toolbox
    .optional()
    .describe(
      'Image with sh, kubectl, curl and jq, for jobs of Charthouse itself: the end of previews, drills, indices of logs',
    ),
  access: section.access.prefault({}).describe('Kubernetes groups by what they may do'),
  quotas: z
    .strictObject({
      services: quota.optional().describe('Limits of the namespace of the services'),
      monitoring: quota.optional().describe('Limits of the namespace of what watches them'),
      externalSecrets: quota.optional().describe('Limits of the namespace of External Secrets'),
      nodeAgents: quota.optional().describe('Limits of the namespace of what watches nodes'),
    })
    .prefault({})
    .describe('Limits per namespace; that of the services follows from their largest size if left out'),
  patches: z
    .record(scalar.name, patch)
    .default({})
    .describe('Changes of single objects that no word of the input can make, by name'),
  checks: severities
    .default({})
    .describe('How severe a finding is, by check, where it differs from the usual'),
};

/** Everything but the named entries, which are validated one by one so that a fault in one does not hide the next. */
export const documentSchema = z.strictObject({
  ...sections,
  services: z.record(scalar.name, z.unknown()),
  resources: z.record(scalar.name, z.unknown()).default({}),
  externals: z.record(scalar.name, z.unknown()).default({}),
  exceptions: z.record(scalar.name, z.unknown()).default({}),
});

/** Platform and environment merged, whole: what the JSON Schemas for editors are made from. */
export const completeSchema = z.strictObject({
  ...sections,
  services: z.record(scalar.name, serviceSchema).describe('What the platform runs, by name'),
  resources: z.record(scalar.name, resourceSchema).optional().describe('What services depend on, by name'),
  externals: z.record(scalar.name, externalSchema).optional().describe('Hosts of others, by name'),
  exceptions: z
    .record(scalar.name, exception)
    .optional()
    .describe('Permissions for single objects to break a check, by name'),
});

/** A merged document, validated but for its services, resources and externals. */
export type DocumentInput = z.output<typeof documentSchema>;
