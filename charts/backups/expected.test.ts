import { expect, test } from 'vitest';
import { sampleEnvironment, sampleService } from '../../test/sample.ts';
import { sampleResource, useOf } from '../../test/sample-resource.ts';
import { expectedOf } from './expected.ts';

const ledger = sampleService({
  name: 'ledger',
  kind: 'stateful',
  scaling: { min: 2, max: 2, cpu: undefined, memory: undefined },
  volume: { size: '1Gi', mountPath: '/data', storageClass: 'gp3' },
});

const STORED = ['there StatefulSet/ledger', 'bound data-ledger-0', 'bound data-ledger-1'];
const SECRET = { key: 'a', from: 'property', remoteKey: 'shop/ledger', property: 'a' } as const;
const EDGE = useOf(sampleResource('postgres', 'postgres'));

test.each([
  ['a web service is there', sampleService(), ['there Deployment/web']],
  ['a stateful one has its claims and is ready', ledger, [...STORED, 'ready StatefulSet/ledger']],
  ['one with a secret cannot start', { ...ledger, secretKeys: [SECRET] }, STORED],
  ['one that calls somebody cannot be ready', { ...ledger, dependencies: [EDGE] }, STORED],
  ['what runs and ends is not looked for', sampleService({ kind: 'task' }), []],
])('%s', (_, service, expected) => {
  expect(expectedOf(sampleEnvironment({ services: [service] }))).toEqual(expected);
});
