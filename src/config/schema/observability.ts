import { z } from 'zod';
import { WATCHED_ADD_ONS } from '../../model/observability.ts';
import { PROGRAMS } from '../programs.ts';
import { alerts } from './alerts.ts';
import { container } from './container-size.ts';
import { imageDigest, imageTag } from './environment-sections.ts';
import { EXPECTED, line, mapLike, orDefaults, whole } from './field.ts';
import { labelName, labelValue } from './labels.ts';
import * as scalar from './scalars.ts';
import { logs, tracing } from './traces-and-logs.ts';

/** How much watches an environment; what each level has is in `resolve/observability/parts.ts`. */
export const LEVELS = ['minimal', 'standard', 'full'] as const;

const part = z.boolean().optional();

const parts = z.strictObject(
  {
    metrics: z
      .literal(true, { error: `${EXPECTED}true: all other parts go by metrics` })
      .optional()
      .describe('Prometheus, Alertmanager and kube-state-metrics: always there'),
    dashboards: part.describe('Grafana'),
    nodes: part.describe('An agent on each node that measures it; needs `namespaces.nodeAgents`'),
    uptime: part.describe('Probes of public hosts'),
    resources: part.describe('Exporters of databases and caches'),
    cloud: part.describe('Metrics of CloudWatch; needs `observability.cloud`'),
    tracing: part.describe('OpenTelemetry Collector and Jaeger'),
    logs: part.describe(
      'An agent on each node that collects logs; needs `namespaces.nodeAgents` and a store',
    ),
    mesh: part.describe('Kiali'),
  },
  mapLike('logs: false'),
);

/** A week of error budget and a day: the shortest budgets are counted over seven days. */
const SHORTEST_RETENTION = 8;
const retention = `${EXPECTED}a whole number of days from ${SHORTEST_RETENTION} to 3650: error budgets are counted over a week at least`;

const prometheus = z.strictObject(
  {
    retentionDays: z
      .number({ error: retention })
      .int({ error: retention })
      .min(SHORTEST_RETENTION, { error: retention })
      .max(3650, { error: retention })
      .default(15)
      .describe('Days that metrics are kept; error budgets are counted over 28, 14 or 7 days that fit'),
    storage: scalar.memory
      .optional()
      .describe('Size of the volume of each replica; 20Gi at level minimal, else 50Gi, if left out'),
    storageClass: scalar.name.optional().describe('StorageClass; `cluster.storageClass` if left out'),
    replicas: whole(1, 2)
      .optional()
      .describe('1 or 2, each of which scrapes everything; 2 at level full, else 1, if left out'),
    resources: container.optional().describe('Compute resources of each replica; by level if left out'),
  },
  mapLike('retentionDays: 15'),
);

const login = z
  .strictObject({
    clientId: line().describe('Client of Grafana there'),
    authUrl: scalar.httpsUrl.describe('Where people sign in'),
    tokenUrl: scalar.httpsUrl.describe('Where Grafana gets the tokens'),
    apiUrl: scalar.httpsUrl.describe('Where Grafana reads who it is'),
    groupsPath: line()
      .default('groups')
      .describe('JMESPath over the claims that gives the groups of who signs in, as a list'),
    sharedIssuer: line()
      .optional()
      .describe('Why users of the platform sign in at the same provider (`jwt.issuer`); refused without'),
  })
  .describe(
    'Sign-in through an OpenID Connect provider: groups of `access.deployer` become Editor, those of `access.viewer` Viewer, and nobody else gets in; with a password only, if left out',
  );

const grafana = z.strictObject(
  {
    host: scalar.hostLabel
      .optional()
      .describe('First label of its public host; inside the cluster only, if left out. Needs `ingress`'),
    login: login.optional(),
    secret: scalar.remoteSecret
      .optional()
      .describe(
        'Remote secret with admin-password and secret-key, oidc-client-secret with a login, opensearch-username and opensearch-password with the part `logs`; `<secrets.prefix>/grafana` if left out',
      ),
  },
  mapLike('host: grafana'),
);

const image = z
  .strictObject(
    {
      repository: scalar.imageRepository
        .optional()
        .describe('Where it is; where its makers publish it if left out'),
      tag: imageTag.optional().describe('The pinned one if left out'),
      digest: imageDigest.optional().describe('Instead of the tag'),
    },
    mapLike('tag: "1.2.3"'),
  )
  .refine((value) => Object.values(value).some((field) => field !== undefined), {
    error: `${EXPECTED}a repository, a tag or a digest`,
  });

const addOn = z
  .strictObject(
    {
      namespace: scalar.namespace
        .optional()
        .describe('Where its pods are; where its chart puts them if left out'),
      unwatched: line().optional().describe('Why nobody is told when it fails'),
    },
    mapLike('namespace: argocd'),
  )
  .describe('An add-on of the cluster');

/** What watches an environment. */
export const observability = z.strictObject(
  {
    level: z
      .enum(LEVELS)
      .describe(
        'minimal: metrics, dashboards; standard: nodes, uptime, resources and tracing too; full: cloud, logs and mesh too',
      ),
    parts: orDefaults(parts).describe('Single parts, where they differ from the level'),
    mode: z
      .enum(['standalone', 'operator'])
      .default('standalone')
      .describe(
        "standalone: a Prometheus of the platform's own; operator: that of the cluster's Prometheus operator",
      ),
    operatorNamespace: scalar.namespace
      .optional()
      .describe("mode operator: namespace of the operator's Prometheus; `monitoring` if left out"),
    operatorLabels: z
      .record(labelName, labelValue)
      .optional()
      .describe(
        'mode operator: labels that its Prometheus selects rules and monitors by; `release: kube-prometheus-stack` if left out',
      ),
    priority: scalar.name.default('standard').describe('One of `priorities`'),
    prometheus: orDefaults(prometheus).describe('How long metrics are kept, and on what'),
    alerts: orDefaults(alerts).describe('Who is told'),
    grafana: orDefaults(grafana).describe('How people get to the dashboards'),
    tracing: orDefaults(tracing).describe('Where traces are kept, and which'),
    logs: orDefaults(logs).describe('Where logs are kept'),
    cloud: z
      .strictObject(
        { roleArn: scalar.arn.describe('IAM role that may read CloudWatch') },
        mapLike('roleArn: ...'),
      )
      .optional()
      .describe('What the part `cloud` needs'),
    resources: z
      .record(
        scalar.name,
        z.strictObject({
          secret: scalar.remoteSecret.describe(
            "Remote secret with username and password of an account that may only look; the resource's own and `-monitoring` if left out",
          ),
        }),
      )
      .default({})
      .describe('How exporters sign in, by resource'),
    addOns: z
      .partialRecord(z.enum(WATCHED_ADD_ONS, { error: `${EXPECTED}the name of an add-on` }), addOn)
      .default({})
      .describe(
        'Add-ons that are watched beside those the environment needs anyway, such as argo-cd and karpenter; and where they are',
      ),
    runbooks: scalar.httpsUrl
      .optional()
      .describe(
        'Where runbooks are read; `docs/runbooks/<platform>` of a `delivery.repository` on GitHub if left out',
      ),
    images: z
      .partialRecord(z.enum(PROGRAMS, { error: `${EXPECTED}the name of a program` }), image)
      .default({})
      .describe('Other images than those of the makers, by program'),
  },
  mapLike('level: full'),
);

/** What watches an environment, validated. */
export type ObservabilityInput = z.output<typeof observability>;
