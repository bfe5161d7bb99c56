import { expect, test } from 'vitest';
import { sampleEnvironment, sampleService } from '../../test/sample.ts';
import type { Expose } from '../model/service.ts';
import { synthesize } from './synthesize.ts';

const EXPOSE: Expose = {
  host: 'app',
  port: sampleService().ports[0] as Expose['port'],
  paths: ['/'],
  auth: 'none',
  timeout: undefined,
  cors: undefined,
};

const CANARY = {
  name: 'canary',
  image: sampleService().image,
  weight: 10,
  headers: {},
  scaling: { min: 1, max: 2, cpu: 70, memory: 80 },
};

const SERVICE = sampleService({ expose: EXPOSE, variants: [CANARY] });

const manifests = [...synthesize(sampleEnvironment({ services: [SERVICE] }))];

function originOf(kind: string, name: string) {
  return manifests.find(({ object }) => object.kind === kind && object.metadata.name === name)?.origin;
}

test.each([
  ['Namespace', 'shop', 'cluster', undefined, undefined],
  ['Service', 'web', 'workload', 'web', undefined],
  ['Deployment', 'web', 'workload', 'web', undefined],
  ['Deployment', 'web-canary', 'workload', 'web', 'canary'],
  ['HorizontalPodAutoscaler', 'web-canary', 'scaling', 'web', 'canary'],
  ['PodDisruptionBudget', 'web', 'scaling', 'web', undefined],
])('%s %s knows its concern, its service and its variant', (kind, name, concern, service, variant) => {
  expect(originOf(kind, name)).toEqual({ concern, part: undefined, service, variant });
});

test('routes of a public service are in the file of the mesh, and know whose they are', () => {
  const routes = manifests.filter(({ object }) => object.kind === 'DestinationRule');
  expect(routes.map(({ file, origin }) => [file, origin.service])).toEqual([['_mesh', 'web']]);
});
