import { expect, test } from 'vitest';
import { observedShop } from '../../../test/observed-shop.ts';
import { render } from '../../../test/sample.ts';
import { mesh } from './chart.ts';

test("a sidecar knows the environment's own collector, and nothing else of monitoring", () => {
  const sidecars = render(mesh, observedShop()).filter(({ kind }) => kind === 'Sidecar');
  const collector = 'shop-monitoring/opentelemetry-collector.shop-monitoring.svc.cluster.local';
  expect(sidecars.map(({ spec }) => spec)).toMatchObject(
    [1, 2, 3].map(() => ({ egress: [{ hosts: ['istio-system/*', collector] }] })),
  );
});
