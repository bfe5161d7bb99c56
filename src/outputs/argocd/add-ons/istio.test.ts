import { expect, test } from 'vitest';
import { observedShop } from '../../../../test/observed-shop.ts';
import type { Environment } from '../../../model/environment.ts';
import type { Observability } from '../../../model/observability.ts';
import { ISTIO } from './istio.ts';

const istiod = ISTIO.find(({ name }) => name === 'istiod');
const outline = (environment: Environment) => ({ ...environment, isRedundant: true });
const shop = observedShop();
const { parts } = shop.observability as Observability;

test('istiod knows where the collector is, under the name that Telemetry has for it', () => {
  expect(istiod?.values?.(outline(shop))).toMatchObject({
    meshConfig: {
      trustDomain: 'cluster.local',
      extensionProviders: [
        {
          name: shop.mesh?.tracing?.provider,
          opentelemetry: { service: 'opentelemetry-collector.shop-monitoring.svc.cluster.local', port: 4317 },
        },
      ],
    },
  });
});

test.each([
  ['without the part tracing', observedShop({ parts: { ...parts, tracing: false } })],
  ['without observability', { ...shop, observability: undefined }],
])('%s it is told of no collector', (_, environment) => {
  expect(istiod?.values?.(outline(environment))).toMatchObject({
    meshConfig: { trustDomain: 'cluster.local' },
  });
  expect(JSON.stringify(istiod?.values?.(outline(environment)))).not.toContain('extensionProviders');
});
