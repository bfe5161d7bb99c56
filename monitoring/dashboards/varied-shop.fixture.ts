import type { ServiceDependency } from '../../src/model/dependency.ts';
import type { Environment } from '../../src/model/environment.ts';
import { observedShop } from '../../test/observed-shop.ts';
import { sampleService } from '../../test/sample.ts';
import { sampleCloudResource, sampleEndpoint, sampleResource, useOf } from '../../test/sample-resource.ts';

const TYPES = ['bucket', 'mongodb', 'mysql', 'opensearch', 'postgres', 'queue', 'redis', 'topic'] as const;
const GRPC = { name: 'grpc', number: 9090, appProtocol: 'grpc' } as const;

/** A shop with a service of every kind, every type of resource, and every kind of edge. */
export function variedShop(): Environment {
  const shop = observedShop();
  const cloudResources = TYPES.map((type) => sampleCloudResource(CALLED[type] ?? type, type, type));
  const catalog = sampleService({
    name: 'catalog',
    kind: 'stateful',
    ports: [GRPC],
    scaling: { min: 2, max: 2, cpu: undefined, memory: undefined },
    volume: { size: '1Gi', mountPath: '/data', storageClass: 'gp3' },
    callers: [{ service: 'api', edge: toCatalog('catalog') }],
    dependencies: [
      useOf(sampleResource('postgres', 'postgres')),
      useOf(sampleResource('queue', 'queue')),
      useOf(sampleResource('uploads', 'bucket')),
      {
        to: 'external',
        name: 'payments',
        endpoint: sampleEndpoint('payments', 'api.payments.example', 443),
      },
      toCatalog('orders'),
    ],
    release: {
      strategy: 'blue-green',
      promotion: 'manual',
      preview: undefined,
      scaleDownDelaySeconds: 60,
      analysis: undefined,
    },
  });
  return observedShop(
    { cloudResources },
    {
      services: [
        ...shop.services,
        catalog,
        sampleService({ name: 'nightly', kind: 'cron', ports: [] }),
        sampleService({ name: LONG, callers: [{ service: 'api', edge: toCatalog(LONG) }] }),
      ],
    },
  );
}

/** Longer than the uid of its dashboard may be. */
export const LONG = 'a-service-whose-name-goes-on-and-on';

const CALLED: Readonly<Partial<Record<string, string>>> = {
  mongodb: 'carts',
  opensearch: 'search',
  redis: 'cache',
};

function toCatalog(name: string): ServiceDependency {
  return {
    to: 'service',
    name,
    port: GRPC,
    timeout: undefined,
    retries: undefined,
    perTryTimeout: undefined,
    idempotent: false,
  };
}
