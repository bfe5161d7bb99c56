import { describe, expect, test } from 'vitest';
import { exporterName } from '../../../resources/exporter-name.ts';
import type { Environment } from '../../../src/model/environment.ts';
import type { Observability } from '../../../src/model/observability.ts';
import type { Trust } from '../../../src/model/resource.ts';
import { observedShop } from '../../../test/observed-shop.ts';
import { render } from '../../../test/sample.ts';
import { sampleWatched } from '../../../test/sample-resource.ts';
import { observability } from '../chart.ts';

const objects = render(observability, observedShop());
const named = (kind: string, name: string, among = objects) =>
  among.find((object) => object.kind === kind && object.metadata.name === name);
const exportersOf = (environment: Environment) =>
  render(observability, environment)
    .filter(({ kind, metadata }) => /Deployment|DaemonSet/.test(kind) && /exporter|state/.test(metadata.name))
    .map(({ metadata }) => metadata.name);

const OF_RESOURCES = (observedShop().observability?.resources ?? [])
  .filter(({ account }) => account)
  .map(exporterName);

test('there is an exporter for the cluster, its nodes, public hosts, each resource and AWS', () => {
  expect(exportersOf(observedShop())).toEqual([
    'kube-state-metrics',
    'node-exporter',
    'blackbox-exporter',
    ...OF_RESOURCES,
    'cloudwatch-exporter',
  ]);
});

test('the operator has those of cluster and nodes', () => {
  expect(exportersOf(observedShop({ mode: 'operator', operatorNamespace: 'monitoring' }))).toEqual([
    'blackbox-exporter',
    ...OF_RESOURCES,
    'cloudwatch-exporter',
  ]);
});

describe('node-exporter', () => {
  test('sees the files of its node and nothing else of it', () => {
    const { spec } = named('DaemonSet', 'node-exporter') as unknown as {
      spec: { template: { spec: object } };
    };
    expect(spec.template.spec).toMatchObject({
      securityContext: { runAsNonRoot: true },
      containers: [{ securityContext: { readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } } }],
    });
    expect(JSON.stringify(spec)).not.toMatch(/hostNetwork|hostPID|hostPort|"add"/);
  });
});

describe('the account of an exporter', () => {
  test.each([
    ['cache-exporter', ['REDIS_USER', 'REDIS_PASSWORD']],
    ['carts-exporter', ['MONGODB_USER', 'MONGODB_PASSWORD']],
    ['search-exporter', ['ES_USERNAME', 'ES_PASSWORD']],
  ])('of %s comes from variables that refer to its Secret', (name, variables) => {
    const [container] = containersOf(named('Deployment', name));
    const referring = container?.env?.filter(({ valueFrom }) => valueFrom).map((variable) => variable.name);
    expect(referring).toEqual(variables);
    expect(named('ExternalSecret', name)).toHaveProperty('spec.target.name', name);
  });

  test('of postgres-exporter is in a file, whatever the password consists of', () => {
    const [container] = containersOf(named('Deployment', 'postgres-exporter'));
    expect(container?.env).toBeUndefined();
    const template = 'spec.target.template.data';
    expect(named('ExternalSecret', 'postgres-exporter')).toHaveProperty(template, {
      'config.yaml': expect.stringContaining('password: {{ .password | toJson }}'),
    });
  });
});

test('nothing is asked of CloudWatch where there is nothing to ask for', () => {
  const without: Partial<Observability> = { cloudResources: [] };
  expect(exportersOf(observedShop(without, { ingress: undefined }))).not.toContain('cloudwatch-exporter');
});

test('kube-state-metrics reads no secrets and no configuration', () => {
  const role = JSON.stringify(named('ClusterRole', 'shop-kube-state-metrics'));
  expect(role).toContain('"persistentvolumeclaims"');
  expect(role).not.toMatch(/secrets|configmaps|"\*"/);
});

const RDS = { name: 'rds', configMap: 'rds-authority', key: 'bundle.pem' };

test.each([
  ['by the authorities that its image knows', {}, '', 'sslmode: verify-full\n', []],
  [
    'by an authority of its own',
    { authority: RDS },
    '&tlsCAFile=/etc/authorities/rds.pem',
    'sslrootcert: /etc/authorities/rds.pem\n',
    ['--tls-ca-cert-file=/etc/authorities/rds.pem'],
  ],
  [
    'not at all, for a reason',
    { unverified: 'Moved' },
    '&tlsInsecure=true',
    'sslmode: require\n',
    ['--skip-tls-verification'],
  ],
])('exporters know who answers: %s', (_, trust: Trust, mongodb, postgres, redis) => {
  const { resources = [] } = observedShop().observability ?? {};
  const trusting = resources.map(({ resource, account }) => ({ resource: { ...resource, trust }, account }));
  const objects = render(observability, observedShop({ resources: trusting }));
  const of = (kind: string, name: string) =>
    objects.find((object) => object.kind === kind && object.metadata.name === name);
  const [carts] = containersOf(of('Deployment', 'carts-exporter'));
  expect(carts?.env?.find(({ name }) => name === 'MONGODB_URI')?.value).toMatch(`tls=true${mongodb}`);
  expect(JSON.stringify(of('ExternalSecret', 'postgres-exporter'))).toContain(
    JSON.stringify(postgres).slice(1, -1),
  );
  const [cache] = containersOf(of('Deployment', 'cache-exporter'));
  expect(cache?.args).toEqual(expect.arrayContaining(redis));
  expect(of('Deployment', 'cache-exporter')?.metadata.annotations?.['charthouse.dev/unverified']).toBe(
    trust.unverified,
  );
});

interface Container {
  readonly args?: readonly string[];
  readonly env?: readonly { readonly name: string; readonly value?: string; readonly valueFrom?: object }[];
}

function containersOf(object: unknown): readonly Container[] {
  return (object as { spec: { template: { spec: { containers: Container[] } } } }).spec.template.spec
    .containers;
}

test('Prometheus itself reads what has metrics of its own, and has the certificates to verify it with', () => {
  const broker = {
    ...sampleWatched('broker', 'rabbitmq', { trust: { authority: RDS } }),
    account: undefined,
  };
  const rendered = render(observability, observedShop({ resources: [broker] }));
  expect(named('Deployment', 'broker-exporter', rendered)).toBeUndefined();
  const mounted = JSON.stringify(named('StatefulSet', 'prometheus', rendered));
  expect(mounted).toContain('"configMap":{"name":"rds-authority"');
  const policies = rendered.filter(
    ({ kind, metadata }) => kind === 'NetworkPolicy' && metadata.name === 'prometheus',
  );
  expect(JSON.stringify(policies)).toContain('"ports":[{"protocol":"TCP","port":15691}]');
});
