import { resourceTypes } from '../resources/index.ts';
import { PROGRAMS } from '../src/config/programs.ts';
import type { Environment } from '../src/model/environment.ts';
import { meshOf } from '../src/model/mesh.ts';
import { type Observability, PARTS, WATCHED_ADD_ONS } from '../src/model/observability.ts';
import type { WatchedResource } from '../src/model/watched.ts';
import { ALERTING } from './observed-alerting.ts';
import { sampleEnvironment, sampleService } from './sample.ts';
import { sampleCloudResource, sampleEndpoint, sampleResource, sampleWatched } from './sample-resource.ts';
import { WATCHING } from './watching.ts';

/** A shop that is watched in every way there is, with fields of `observability` changed. */
export function observedShop(
  fields: Partial<Observability> = {},
  environment: Partial<Environment> = {},
): Environment {
  const base = sampleEnvironment();
  const monitoring = base.namespaces.monitoring;
  return {
    ...base,
    ownedNamespaces: [
      ...base.ownedNamespaces.map((owned) => ({
        ...owned,
        injected: owned.injected || owned.name === monitoring,
      })),
      {
        name: 'shop-node-agents',
        injected: false,
        podSecurity: 'privileged',
        quota: NONE,
      },
    ],
    priorities: [...base.priorities, ...WATCHING],
    mesh: { ...meshOf(base), tracing: { provider: 'otel', samplingPercent: 100 } },
    services: SERVICES,
    ...environment,
    observability: { ...OBSERVABILITY, ...fields },
  };
}

const NONE = {
  requestsCpu: '4',
  requestsMemory: '8Gi',
  limitsMemory: '8Gi',
  pods: 100,
  persistentVolumeClaims: 0,
  requestsStorage: '0',
};

const SERVICES = [
  sampleService({
    name: 'api',
    summary: "Answers the shop's clients",
    ports: [
      { name: 'http', number: 8080, appProtocol: 'http' },
      { name: 'metrics', number: 9464, appProtocol: 'http' },
    ],
    expose: {
      host: 'api',
      paths: ['/'],
      auth: 'none',
      port: { name: 'http', number: 8080, appProtocol: 'http' },
      timeout: undefined,
      cors: undefined,
    },
    slo: { availability: 99.9, latency: { percentile: 95, milliseconds: 500 } },
  }),
  sampleService({ name: 'orders', summary: 'Takes orders', slo: { availability: 99.5, latency: undefined } }),
  sampleService({ name: 'mailer', kind: 'worker', summary: 'Sends mails', ports: [] }),
];

const SEARCH = {
  resource: sampleResource('search', 'opensearch'),
  account: { kind: 'remote', key: 'shop/production/search-observability' },
} as const;

/** One of each other type whose own metrics are read. */
const OTHERS: readonly WatchedResource[] = Object.entries(resourceTypes).flatMap(([type, { watching }]) => {
  if (!watching || ['redis', 'mongodb', 'postgres', 'opensearch'].includes(type)) return [];
  const watched = sampleWatched(type, type);
  return watching.reader.kind === 'own' ? { ...watched, account: undefined } : watched;
});

const OBSERVABILITY: Observability = {
  mode: 'standalone',
  parts: Object.fromEntries(PARTS.map((part) => [part, true])) as Observability['parts'],
  operatorNamespace: undefined,
  operatorLabels: {},
  nodeAgents: 'shop-node-agents',
  priorityClass: 'shop-standard',
  classes: { alerting: 'shop-alerting', agents: 'shop-node-agents' },
  prometheus: {
    retentionDays: 15,
    storage: '50Gi',
    storageClass: 'gp3',
    replicas: 2,
    resources: { requests: { cpu: '500m', memory: '2Gi' }, limits: { cpu: undefined, memory: '4Gi' } },
  },
  sloDays: 14,
  alerting: ALERTING,
  grafana: {
    url: 'https://grafana.shop.example',
    host: 'grafana',
    login: {
      clientId: 'grafana',
      authUrl: 'https://staff.shop.example/authorize',
      tokenUrl: 'https://staff.shop.example/token',
      apiUrl: 'https://staff.shop.example/userinfo',
      groupsPath: 'groups',
      editors: ['shop-deployers'],
      viewers: ['shop-viewers'],
    },
    secret: 'shop/production/grafana',
  },
  tracing: { store: SEARCH, volume: '10Gi', retentionDays: 7, slowMilliseconds: 1000, keepPercent: 10 },
  logs: { store: SEARCH, retentionDays: 15, drop: ['authorization', 'password'] },
  addOns: WATCHED_ADD_ONS.map((name) => ({
    name,
    namespace: name === 'external-secrets' ? 'external-secrets-system' : name,
  })),
  cloudWatch: {
    roleArn: 'arn:aws:iam::123456789012:role/shop-production-cloudwatch',
    region: 'us-east-1',
    account: '123456789012',
  },
  resources: [
    sampleWatched('cache', 'redis', { endpoints: [sampleEndpoint('cache', 'cache.shop.example', 6379)] }),
    sampleWatched('carts', 'mongodb', {
      endpoints: [sampleEndpoint('carts', 'carts.shop.example', 27017)],
      database: 'carts',
    }),
    sampleWatched('postgres', 'postgres', {
      endpoints: [
        sampleEndpoint('postgres-writer', 'db.shop.example', 5432),
        sampleEndpoint('postgres-reader', 'db-ro.shop.example', 5432),
      ],
      database: 'shop',
    }),
    sampleWatched('search', 'opensearch'),
    ...OTHERS,
  ],
  cloudResources: [
    sampleCloudResource('mails', 'queue', 'shop-production-mails'),
    sampleCloudResource('events', 'topic', 'shop-production-events'),
    sampleCloudResource('postgres', 'postgres', 'db'),
  ],
  kpis: [
    {
      name: 'orders-placed',
      summary: 'Orders placed a minute',
      query: 'sum(rate(shop_orders_placed_total[5m])) * 60',
      unit: 'short',
      service: 'orders',
      alert: { comparison: '<', bound: 1, for: '15m', severity: 'warning' },
    },
    {
      name: 'active-users',
      summary: 'Users who did something in the last five minutes',
      query: 'sum(shop_active_users)',
      unit: 'short',
      service: undefined,
      alert: undefined,
    },
  ],
  runbooks: 'https://git.shop.example/platform/docs/runbooks/shop',
  toolbox: 'registry.example/toolbox:1.33.1',
  images: Object.fromEntries(
    PROGRAMS.map((program): [string, string] => [program, `registry.example/observability/${program}:1.0.0`]),
  ),
};
