import { describe, expect, test } from 'vitest';
import type { Environment, PublicHost } from '../../src/model/environment.ts';
import type { SecretKey } from '../../src/model/service.ts';
import { observedShop } from '../../test/observed-shop.ts';
import { render, sampleEnvironment, sampleService } from '../../test/sample.ts';
import { ingress } from '../ingress/chart.ts';
import { observability } from '../observability/chart.ts';
import { secrets } from './chart.ts';

const PASSWORD: SecretKey = {
  key: 'postgres.writer.password',
  from: 'property',
  remoteKey: 'shop/production/postgres',
  property: 'password',
};
const URL: SecretKey = {
  key: 'postgres.writer.url',
  from: 'template',
  template: 'postgres://{{ .postgres_username | urlquery }}:{{ .postgres_password | urlquery }}@db:5432/shop',
  inputs: [
    { name: 'postgres_username', remoteKey: 'shop/production/postgres', property: 'username' },
    { name: 'postgres_password', remoteKey: 'shop/production/postgres', property: 'password' },
  ],
};
const READER_URL: SecretKey = { ...URL, key: 'postgres.reader.url' };
const PUBLIC_HOST: PublicHost = { name: 'api', host: 'api.shop.example', routes: [] };

const rendered = (...secretKeys: SecretKey[]) =>
  render(secrets, sampleEnvironment({ services: [sampleService({ secretKeys })] }));

interface Templated {
  readonly target: {
    readonly template: { readonly mergePolicy: string; readonly metadata: object; readonly data: object };
  };
  readonly data: readonly { readonly secretKey: string }[];
}

function specOf(...secretKeys: SecretKey[]): Templated {
  const [spec] = rendered(...secretKeys)
    .slice(-1)
    .map((object) => object['spec'] as Templated);
  if (!spec) throw new Error('nothing was rendered');
  return spec;
}

describe('the Secret of a service', () => {
  test('holds the properties its variables take, and writes out what the API server would add', () => {
    expect(rendered(PASSWORD).at(-1)).toMatchObject({
      metadata: { name: 'web', namespace: 'shop', labels: { 'app.kubernetes.io/name': 'web' } },
      spec: {
        refreshPolicy: 'Periodic',
        refreshInterval: '1h0m0s',
        secretStoreRef: { name: 'shop', kind: 'SecretStore' },
        target: { name: 'web', creationPolicy: 'Owner', deletionPolicy: 'Retain', template: undefined },
        data: [
          {
            secretKey: 'postgres.writer.password',
            remoteRef: {
              key: 'shop/production/postgres',
              property: 'password',
              conversionStrategy: 'Default',
              decodingStrategy: 'None',
              metadataPolicy: 'None',
            },
          },
        ],
      },
    });
  });

  test('passes on plain keys beside a key that is put together, and reads each value once', () => {
    const { target, data } = specOf(READER_URL, PASSWORD, URL);
    expect(data.map(({ secretKey }) => secretKey)).toEqual([
      'postgres.writer.password',
      'postgres_password',
      'postgres_username',
    ]);
    expect(target.template.mergePolicy).toBe('Replace');
    expect(target.template.metadata).toMatchObject({
      labels: { CostCenter: 'engineering', 'app.kubernetes.io/name': 'web' },
    });
    expect(target.template.data).toEqual({
      'postgres.reader.url': URL.template,
      'postgres.writer.password': '{{ index . "postgres.writer.password" }}',
      'postgres.writer.url': URL.template,
    });
  });

  test('refuses one name for two remote values', () => {
    const other: SecretKey = {
      ...READER_URL,
      inputs: [{ name: 'postgres_password', remoteKey: 'shop/production/other', property: 'password' }],
    };
    expect(() => rendered(other, URL)).toThrow('web: `postgres_password` stands for two remote values');
  });

  test('does not exist for a service without secrets, and neither does a store', () => {
    expect(rendered()).toEqual([]);
  });
});

describe('a store', () => {
  test('assumes the role through a ServiceAccount of its own namespace that no pod gets tokens of', () => {
    const [account, store] = rendered(PASSWORD);
    expect(account).toMatchObject({
      kind: 'ServiceAccount',
      metadata: {
        name: 'shop-secrets',
        namespace: 'shop',
        annotations: {
          'eks.amazonaws.com/role-arn': 'arn:aws:iam::123456789012:role/shop-production-secrets',
        },
      },
      automountServiceAccountToken: false,
    });
    expect(store).toMatchObject({
      kind: 'SecretStore',
      metadata: { name: 'shop', namespace: 'shop' },
      spec: {
        provider: {
          aws: {
            service: 'SecretsManager',
            region: 'us-east-1',
            auth: { jwt: { serviceAccountRef: { name: 'shop-secrets' } } },
          },
        },
      },
    });
  });

  test('stands beside the gateway, with its certificate, where there is a public host', () => {
    const objects = render(ingress, sampleEnvironment({ publicHosts: [PUBLIC_HOST] }));
    expect(objects.map(({ kind, metadata }) => [kind, metadata.namespace, metadata.name])).toEqual([
      ['ServiceAccount', 'istio-ingress', 'shop-secrets'],
      ['SecretStore', 'istio-ingress', 'shop'],
      ['ExternalSecret', 'istio-ingress', 'shop-gateway-tls'],
      ['Gateway', 'istio-ingress', 'shop'],
      ['Ingress', 'istio-ingress', 'shop'],
    ]);
    expect(objects[2]?.['spec']).toMatchObject({
      target: { name: 'shop-gateway-tls', template: { type: 'kubernetes.io/tls' } },
      data: [
        { secretKey: 'tls.crt', remoteRef: { key: 'shop/production/gateway-tls', property: 'tls.crt' } },
        { secretKey: 'tls.key', remoteRef: { key: 'shop/production/gateway-tls', property: 'tls.key' } },
      ],
    });
    expect(render(ingress, sampleEnvironment({ publicHosts: [PUBLIC_HOST], ingress: undefined }))).toEqual(
      [],
    );
  });

  test('stands where what watches the platform has secrets', () => {
    const stores = (environment: Environment) =>
      render(observability, environment)
        .filter(({ kind }) => kind === 'SecretStore')
        .map(({ metadata }) => metadata.namespace);
    expect(stores(observedShop())).toEqual(expect.arrayContaining(['shop-monitoring', 'shop-node-agents']));
    expect(stores(observedShop({ logs: undefined }))).not.toContain('shop-node-agents');
  });
});
