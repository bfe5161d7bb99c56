import { App, Chart } from 'cdk8s';
import type { Concern } from '../charts/concern.ts';
import { environmentLabels } from '../charts/labels.ts';
import type { Environment } from '../src/model/environment.ts';
import type { ManifestObject } from '../src/model/manifest.ts';
import type { Service } from '../src/model/service.ts';
import { objectsOf } from '../src/synth/objects-of.ts';

/** A service as the configuration would give it, for tests of one concern: `web`, port http 8080. */
export function sampleService(fields: Partial<Service> = {}): Service {
  return { ...SERVICE, ...fields };
}

/** An environment as the configuration would give it, with that one service. */
export function sampleEnvironment(fields: Partial<Environment> = {}): Environment {
  return { ...ENVIRONMENT, ...fields };
}

/** The objects one concern makes for an environment, in their order. */
export function render(concern: Concern, environment: Environment): readonly ManifestObject[] {
  const app = new App();
  const options = { labels: environmentLabels(environment), disableResourceNameHashes: true };
  concern.perEnvironment?.(new Chart(app, `_${concern.name}`, options), environment);
  for (const { name, addTo } of concern.perThing?.(environment) ?? []) {
    addTo(new Chart(app, `_${concern.name}-${name}`, options));
  }
  for (const service of environment.services) {
    concern.perService?.(new Chart(app, service.name, options), service, environment);
  }
  return objectsOf(app).map(({ object }) => object);
}

const HTTP = { name: 'http', number: 8080, appProtocol: 'http' } as const;

const PROXY = {
  requests: { cpu: '100m', memory: '128Mi' },
  limits: { cpu: undefined, memory: '256Mi' },
} as const;

const QUOTA = {
  requestsCpu: '20',
  requestsMemory: '40Gi',
  limitsMemory: '80Gi',
  pods: 100,
  persistentVolumeClaims: 0,
  requestsStorage: '0',
} as const;

const SERVICE: Service = {
  name: 'web',
  kind: 'web',
  summary: 'Serves the shop',
  image: { repository: 'registry.example/shop/web', tag: '3f2c1ab', digest: undefined },
  command: [],
  args: [],
  ports: [HTTP],
  health: {
    port: HTTP,
    startup: { type: 'http', path: '/healthz' },
    liveness: { type: 'http', path: '/healthz' },
    readiness: { type: 'http', path: '/readyz' },
    startupSeconds: 150,
  },
  resources: { requests: { cpu: '250m', memory: '256Mi' }, limits: { cpu: undefined, memory: '512Mi' } },
  proxyResources: PROXY,
  scaling: { min: 2, max: 10, cpu: 70, memory: 80 },
  disruption: { maxUnavailable: 1 },
  priorityClass: 'shop-standard',
  config: { LOG_LEVEL: 'info' },
  secretVariables: [],
  secretFiles: [],
  secretKeys: [],
  dependencies: [],
  callers: [],
  expose: undefined,
  rateLimit: undefined,
  loadBalancer: 'LEAST_REQUEST',
  zones: 'spread',
  circuitBreaker: {
    consecutive5xxErrors: 5,
    interval: '10s',
    baseEjectionTime: '30s',
    maxEjectionPercent: 50,
    maxConnections: 1024,
    maxPendingRequests: 1024,
    maxRequests: 1024,
    maxRetryPercent: 20,
  },
  variants: [],
  stop: { drainSeconds: 10, graceSeconds: 45 },
  files: [],
  nodeSelector: {},
  tolerations: [],
  writablePaths: [],
  volume: undefined,
  schedule: undefined,
  job: { backoffLimit: 3, activeDeadlineSeconds: 600 },
  migrate: undefined,
  identity: undefined,
};

const ENVIRONMENT: Environment = {
  platform: 'shop',
  name: 'production',
  owner: 'shop-team',
  tags: { CostCenter: 'engineering', Project: 'shop' },
  domain: 'shop.example',
  cluster: {
    name: 'shop-production',
    cloud: 'aws',
    region: 'us-east-1',
    account: '123456789012',
    zones: ['a', 'b', 'c'],
    kubernetesMinor: 33,
    nodeLocalDns: false,
  },
  network: { data: ['10.20.32.0/20'], endpoints: [] },
  namespaces: {
    services: 'shop',
    monitoring: 'shop-monitoring',
    externalSecrets: 'external-secrets-system',
    nodeAgents: undefined,
  },
  ownedNamespaces: ['shop', 'shop-monitoring', 'external-secrets-system'].map((name, index) => ({
    name,
    injected: index === 0,
    podSecurity: 'restricted' as const,
    quota: QUOTA,
  })),
  priorities: [{ className: 'shop-standard', value: 100_000, description: 'Serves users' }],
  mesh: {
    kind: 'istio',
    controlPlaneNamespace: 'istio-system',
    trustDomain: 'cluster.local',
    gateway: {
      namespace: 'istio-ingress',
      serviceAccount: 'istio-ingressgateway',
      service: 'istio-ingressgateway',
      selector: { istio: 'ingressgateway' },
    },
    proxy: PROXY,
    tracing: undefined,
  },
  jwt: {
    issuer: 'https://login.shop.example/',
    jwksUri: 'https://login.shop.example/.well-known/jwks.json',
    audiences: ['shop-api'],
  },
  ingress: {
    way: 'albToMesh',
    isInternal: false,
    namespace: 'istio-ingress',
    peers: [{ namespace: 'istio-ingress', pods: { istio: 'ingressgateway' } }],
    scheme: 'internet-facing',
    certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/1a2b3c4d-0000-4000-8000-000000000000',
    sslPolicy: 'ELBSecurityPolicy-TLS13-1-3-2021-06',
    webAclArn: 'arn:aws:wafv2:us-east-1:123456789012:regional/webacl/shop/1a2b3c4d',
    accessLogs: { bucket: 'shop-production-logs', prefix: 'alb' },
    idleTimeoutSeconds: 60,
    inboundCidrs: [],
    deletionProtection: true,
    gatewayCertificateKey: 'shop/production/gateway-tls',
  },
  secrets: {
    store: 'aws-secrets-manager',
    region: 'us-east-1',
    roleArn: 'arn:aws:iam::123456789012:role/shop-production-secrets',
    refreshInterval: '1h0m0s',
  },
  access: { deployer: ['shop-deployers'], viewer: ['shop-viewers'] },
  services: [SERVICE],
  resources: [],
  outsideHosts: [],
  publicHosts: [],
  ownFiles: [],
  patches: [],
  checking: {
    exceptions: [],
    severities: {},
    registries: ['registry.example/shop'],
    configMaps: [],
    crds: [],
  },
};
