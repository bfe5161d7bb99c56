import { expect, test } from 'vitest';
import type { Environment } from '../../src/model/environment.ts';
import { render, sampleEnvironment, sampleService } from '../../test/sample.ts';
import { network } from './chart.ts';

test('KEDA and Argo Rollouts may ask Prometheus, each where a service needs it, and Prometheus may read the sidecars', () => {
  const prometheus = {
    url: 'http://x:9090',
    kedaNamespace: 'keda',
    rolloutsNamespace: 'argo-rollouts',
    monitoringPort: 9090,
  };
  const scaling = { min: 2, max: 4, cpu: undefined, memory: undefined, requestsPerSecond: 50 };
  const analysis = { successRate: 99, latency: undefined, minimumRequests: 20 };
  const judged = sampleService({ release: { strategy: 'canary', steps: [], analysis } });
  const scaled = sampleService({ name: 'orders', scaling });
  const policies = (fields: Partial<Environment>) =>
    render(network, sampleEnvironment(fields)).filter(({ metadata }) => metadata.name === 'request-metrics');
  expect(policies({})).toEqual([]);
  const elsewhere = { ...prometheus, monitoringPort: undefined };
  expect(policies({ prometheus: elsewhere, services: [scaled, judged] })).toEqual([]);
  expect(policies({ prometheus })).toEqual([]);
  const from = ['keda', 'argo-rollouts'].map((name) => ({
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } },
  }));
  expect(policies({ prometheus, services: [scaled] })[0]).toHaveProperty('spec.ingress.0.from', [from[0]]);
  expect(policies({ prometheus, services: [judged] })[0]).toHaveProperty('spec.ingress.0.from', [from[1]]);
  expect(policies({ prometheus, services: [scaled, judged] })[0]?.['spec']).toEqual({
    podSelector: {},
    policyTypes: ['Ingress', 'Egress'],
    ingress: [{ from, ports: [{ protocol: 'TCP', port: 9090 }] }],
    egress: [
      {
        to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } } }],
        ports: [{ protocol: 'TCP', port: 15020 }],
      },
      {
        to: [{ ipBlock: { cidr: '0.0.0.0/0', except: ['10.20.32.0/20', '169.254.0.0/16'] } }],
        ports: [{ protocol: 'TCP', port: 443 }],
      },
    ],
  });
});
