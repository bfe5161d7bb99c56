import { expect, test } from 'vitest';
import { observedShop } from '../../test/observed-shop.ts';
import { render } from '../../test/sample.ts';
import { network } from './chart.ts';

const policies = render(network, observedShop());

test("lets traces out to the environment's own collector alone, in both ways it takes them", () => {
  const api = policies.find(({ metadata }) => metadata.name === 'api')?.['spec'];
  const { egress } = api as { readonly egress: readonly unknown[] };
  expect(egress.at(-1)).toEqual({
    to: [
      {
        namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop-monitoring' } },
        podSelector: { matchLabels: { 'app.kubernetes.io/name': 'opentelemetry-collector' } },
      },
    ],
    ports: [4317, 4318].map((port) => ({ protocol: 'TCP', port })),
  });
});

test('leaves it to the collector to let them in', () => {
  expect(policies.filter(({ metadata }) => metadata.name === 'traces')).toEqual([]);
});
