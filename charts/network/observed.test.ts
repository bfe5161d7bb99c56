import { expect, test } from 'vitest';
import { observedShop } from '../../test/observed-shop.ts';
import { render } from '../../test/sample.ts';
import { network } from './chart.ts';

const namesOf = (environment = observedShop()) =>
  render(network, environment).map(({ metadata }) => metadata.name);

test('what watches an environment has policies of its own, so the monitoring namespace as a whole has none', () => {
  expect(namesOf()).not.toEqual(expect.arrayContaining(['dns']));
  expect(namesOf()).not.toEqual(expect.arrayContaining(['traces']));
  expect(namesOf()).toContain('default-deny');
});

test('only the pods of Prometheus read the metrics of services, or the namespace of the operator’s', () => {
  const scrapes = (environment = observedShop()) =>
    render(network, environment).find(({ metadata }) => metadata.name === 'orders')?.['spec'];
  const monitoring = { matchLabels: { 'kubernetes.io/metadata.name': 'shop-monitoring' } };
  const podSelector = { matchLabels: { 'app.kubernetes.io/name': 'prometheus' } };
  expect(scrapes()).toHaveProperty('ingress.0.from', [{ namespaceSelector: monitoring, podSelector }]);
  const operator = { matchLabels: { 'kubernetes.io/metadata.name': 'operated' } };
  expect(scrapes(observedShop({ mode: 'operator', operatorNamespace: 'operated' }))).toHaveProperty(
    'ingress.0.from',
    [{ namespaceSelector: operator }],
  );
});

test('Prometheus, and nobody else, reads from External Secrets whether secrets arrive; nobody where that is unwatched', () => {
  const ingress = (environment = observedShop()) =>
    render(network, environment).find(({ metadata }) => metadata.name === 'external-secrets')?.['spec'];
  const peer = {
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop-monitoring' } },
    podSelector: { matchLabels: { 'app.kubernetes.io/name': 'prometheus' } },
  };
  expect(ingress()).toHaveProperty('ingress.1', { from: [peer], ports: [{ protocol: 'TCP', port: 8080 }] });
  expect(ingress(observedShop({ addOns: [] }))).not.toHaveProperty('ingress.1');
});
