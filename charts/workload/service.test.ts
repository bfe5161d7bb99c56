import { expect, test } from 'vitest';
import type { Service } from '../../src/model/service.ts';
import { render, sampleEnvironment, sampleService } from '../../test/sample.ts';
import { workload } from './chart.ts';

function serviceSpec(fields: Partial<Service>) {
  const objects = render(workload, sampleEnvironment({ services: [sampleService(fields)] }));
  return objects.find((object) => object.kind === 'Service')?.['spec'];
}

test('a Service reaches the pods of all variants by port name and tells Istio the protocol; metrics are read past it', () => {
  const ports = [
    { name: 'http', number: 8080, appProtocol: 'http' },
    { name: 'metrics', number: 9464, appProtocol: 'http' },
  ];
  expect(serviceSpec({ ports })).toEqual({
    type: 'ClusterIP',
    selector: { 'app.kubernetes.io/component': 'web', 'app.kubernetes.io/name': 'web' },
    ports: [{ name: 'http', protocol: 'TCP', appProtocol: 'http', port: 8080, targetPort: 'http' }],
  });
});

test('a stateful service has one headless Service of ready pods', () => {
  expect(serviceSpec({ kind: 'stateful' })).toMatchObject({
    clusterIP: 'None',
    publishNotReadyAddresses: false,
    ports: [{ name: 'http' }],
  });
});
