import { expect, test } from 'vitest';
import { network } from '../../charts/network/chart.ts';
import { mesh } from '../../choices/meshes/istio/chart.ts';
import { render } from '../../test/sample.ts';
import { shop } from '../../test/shop-input.ts';

const environment = shop({
  platform: {
    resources: { broker: { type: 'rabbitmq', version: '4.2' } },
    services: { orders: { uses: { broker: {} }, secretFiles: { 'broker-url': '${broker.url}' } } },
  },
  production: { resources: { broker: { external: { host: 'broker.shop.example' } } } },
});

test('a service gets a broker by its URL, a way out, and a name in the mesh', () => {
  const orders = environment.services.find(({ name }) => name === 'orders');
  expect(orders?.secretKeys).toMatchObject([
    {
      from: 'template',
      template: expect.stringMatching(/^amqps:\/\/\{\{.*\}\}@broker\.shop\.example:5671$/),
    },
  ]);
  const entry = render(mesh, environment).find(
    ({ kind, metadata }) => kind === 'ServiceEntry' && metadata.name === 'broker',
  );
  expect(entry).toMatchObject({
    metadata: { annotations: { 'charthouse.dev/product': 'rabbitmq 4.2' } },
    spec: { hosts: ['broker.shop.example'], ports: [{ number: 5671, protocol: 'TCP' }] },
  });
  expect(JSON.stringify(render(network, environment))).toContain('"ports":[{"protocol":"TCP","port":5671}]');
});
