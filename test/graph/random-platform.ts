import fc from 'fast-check';
import type { InputFile } from '../../src/model/input-file.ts';

/** A platform file and an environment file as the plain data their YAML holds. */
export interface RandomPlatform {
  readonly platform: Record<string, unknown>;
  readonly environment: Record<string, unknown>;
}

const RESOURCES = {
  postgres: {
    type: 'postgres',
    database: 'shop',
    external: { host: 'db.rds.example', readerHost: 'ro.rds.example' },
  },
  cache: { type: 'redis', external: { host: 'cache.example' } },
  orders: { type: 'queue', external: { url: 'https://sqs.us-east-1.amazonaws.com/123456789012/orders' } },
  files: { type: 'bucket', external: { name: 'shop-files' } },
  legacy: { type: 'mysql', database: 'old', external: { host: 'old.rds.example', port: 5432 } },
} as const;

/** Those whose type can tell apart what a service does with them. */
const ACCESSES = ['read', 'read-write'] as const;
const TOLD_APART: readonly string[] = ['postgres', 'legacy'];

const EXTERNALS = { sentry: { host: 'sentry.example' }, wild: { host: '*.partner.example' } } as const;

/** Platforms of up to eight services with any edges between them, to resources and to externals. */
export const randomPlatform: fc.Arbitrary<RandomPlatform> = fc.integer({ min: 1, max: 8 }).chain((count) => {
  const names = Array.from({ length: count }, (_, index) => `service-${index}`);
  return fc
    .boolean()
    .chain((hasMesh) =>
      fc
        .tuple(...names.map((name) => service(name, names, hasMesh)))
        .map((services) => platformOf(names, services, hasMesh)),
    );
});

function service(
  name: string,
  names: readonly string[],
  hasMesh: boolean,
): fc.Arbitrary<Record<string, unknown>> {
  const callees = fc.subarray(names.filter((other) => other !== name));
  const resources = fc
    .subarray(Object.keys(RESOURCES))
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map((resource) =>
          fc
            .constantFrom(...ACCESSES)
            .map((access) => [resource, TOLD_APART.includes(resource) ? { access } : {}]),
        ),
      ),
    );
  const externals = fc.subarray(Object.keys(EXTERNALS));
  const call = fc.constantFrom<Record<string, unknown>>(
    {},
    // Timeouts and retries are the mesh's.
    ...(hasMesh ? CALL_POLICIES : []),
  );
  return fc
    .record({
      callees,
      call,
      resources,
      externals,
      port: fc.integer({ min: 1024, max: 9999 }),
      isExposed: fc.boolean(),
    })
    .map(({ callees: to, call: settings, resources: used, externals: hosts, port, isExposed }) => ({
      kind: 'web',
      summary: 'Does something',
      ports: { http: port, metrics: 10_000 },
      health: { liveness: '/healthz', readiness: '/readyz' },
      resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '128Mi' } },
      scaling: { min: 1, max: 3, cpu: 70 },
      uses: {
        ...Object.fromEntries(to.map((callee) => [callee, settings])),
        ...Object.fromEntries(used as [string, unknown][]),
        ...Object.fromEntries(hosts.map((host) => [host, {}])),
      },
      ...(isExposed && { expose: { host: name, paths: ['/', '/api'], auth: 'none' } }),
    }));
}

const CALL_POLICIES = [
  { timeout: '2s' },
  { retries: 0 },
  { timeout: '300ms', retries: 3 },
  { timeout: '2s', retries: 2, idempotent: true },
] as const;

function platformOf(
  names: readonly string[],
  services: readonly Record<string, unknown>[],
  hasMesh: boolean,
): RandomPlatform {
  return {
    platform: {
      platform: 'shop',
      owner: 'shop-team',
      namespaces: { services: 'shop', monitoring: 'shop-monitoring', externalSecrets: 'external-secrets' },
      registry: 'registry.example/shop',
      providers: { default: 'external' },
      services: Object.fromEntries(names.map((name, index) => [name, services[index]])),
      resources: RESOURCES,
      externals: EXTERNALS,
    },
    environment: {
      environment: 'production',
      cluster: {
        name: 'shop',
        cloud: 'aws',
        region: 'us-east-1',
        account: '123456789012',
        zones: ['a', 'b'],
        kubernetes: '1.33',
      },
      domain: 'shop.example',
      network: { data: ['10.0.16.0/20'], endpoints: ['10.0.0.0/20', '10.0.32.0/20'] },
      secrets: { store: 'aws-secrets-manager', roleArn: 'arn:aws:iam::123456789012:role/shop-secrets' },
      ...(hasMesh ? { ingress: { albToMesh: { ...ALB, gatewayCertificate: 'shop/tls' } } } : WITHOUT_MESH),
      images: Object.fromEntries(names.map((name) => [name, { tag: 'v1' }])),
    },
  };
}

const ALB = {
  scheme: 'internal',
  certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/1',
} as const;

const WITHOUT_MESH = { mesh: 'none', ingress: { alb: { ...ALB, subnets: ['10.0.48.0/24'] } } } as const;

/** The platform as files of the input. JSON is YAML. */
export function filesOf({ platform, environment }: RandomPlatform): readonly InputFile[] {
  const file = (name: string, content: unknown): InputFile => ({
    path: `environments/shop/${name}`,
    folder: 'shop',
    name,
    bytes: new TextEncoder().encode(JSON.stringify(content)),
  });
  return [file('platform.yaml', platform), file('production.yaml', environment)];
}
