import { expect, test } from 'vitest';
import type { Service } from '../../../src/model/service.ts';
import { render, sampleEnvironment, sampleService } from '../../../test/sample.ts';
import { mesh } from './chart.ts';

function ruleOf(fields: Partial<Service>) {
  const objects = render(mesh, sampleEnvironment({ services: [sampleService(fields)] }));
  return objects.find(({ kind }) => kind === 'DestinationRule')?.['spec'];
}

test.each<[string, Partial<Service>, readonly string[] | undefined]>([
  ['a web service', {}, ['loadBalancer', 'connectionPool', 'retryBudget', 'outlierDetection']],
  [
    'a stateful service, whose pods are called by name',
    { kind: 'stateful' },
    ['connectionPool', 'retryBudget'],
  ],
  ['a worker without ports', { kind: 'worker', ports: [] }, undefined],
])('traffic policy of %s, never with a tls block', (_, fields, keys) => {
  const rule = ruleOf(fields) as { readonly trafficPolicy: object } | undefined;
  expect(rule && Object.keys(rule.trafficPolicy)).toEqual(keys);
});

test.each(['spread', 'prefer'] as const)(
  'requests stay in the zone of the caller only if asked to: %s',
  (zones) => {
    expect(ruleOf({ zones })).toMatchObject({
      trafficPolicy: { loadBalancer: { localityLbSetting: { enabled: zones === 'prefer' } } },
    });
  },
);
