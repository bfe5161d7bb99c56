import { expect, test } from 'vitest';
import type { OutsideDependency } from '../../../src/model/dependency.ts';
import { render, sampleEnvironment, sampleService } from '../../../test/sample.ts';
import { sampleEndpoint, sampleResource, useOf } from '../../../test/sample-resource.ts';
import { mesh } from './chart.ts';

const OWN = expect.stringMatching(/^240\.241\.[0-9]+\.[0-9]+$/);

test('every outside host is one ServiceEntry: two databases on one port, several ports, a wildcard', () => {
  const objects = render(
    mesh,
    sampleEnvironment({
      outsideHosts: [
        { name: 'files', host: '*.s3.us-east-1.amazonaws.com', ports: [{ number: 443, protocol: 'TLS' }] },
        { name: 'orders', host: 'orders.db.example', ports: [{ number: 5432, protocol: 'TCP' }] },
        {
          name: 'users',
          host: 'users.db.example',
          ports: [
            { number: 443, protocol: 'HTTPS' },
            { number: 5432, protocol: 'TCP' },
          ],
        },
      ],
    }),
  );
  const entries = objects.filter((object) => object.kind === 'ServiceEntry');
  const outsideMesh = { location: 'MESH_EXTERNAL', exportTo: ['.'] };
  const tcp = { number: 5432, name: 'tcp-5432', protocol: 'TCP' };
  expect(entries.map(({ metadata, ...rest }) => [metadata.name, rest['spec']])).toEqual([
    [
      'files',
      {
        ...outsideMesh,
        hosts: ['*.s3.us-east-1.amazonaws.com'],
        ports: [{ number: 443, name: 'tls-443', protocol: 'TLS' }],
        resolution: 'NONE',
      },
    ],
    [
      'orders',
      { ...outsideMesh, hosts: ['orders.db.example'], addresses: [OWN], ports: [tcp], resolution: 'DNS' },
    ],
    [
      'users',
      {
        ...outsideMesh,
        hosts: ['users.db.example'],
        addresses: [OWN],
        ports: [{ number: 443, name: 'https-443', protocol: 'HTTPS' }, tcp],
        resolution: 'DNS',
      },
    ],
  ]);
});

test('nodes that clients find by themselves are reached at their own addresses', () => {
  const cache = { name: 'cache', host: 'cfg.cache.example', nodeRanges: ['10.0.16.0/20'] };
  const ports = [{ number: 6379, protocol: 'TCP' as const }];
  const objects = render(mesh, sampleEnvironment({ outsideHosts: [{ ...cache, ports }] }));
  expect(objects.find(({ kind }) => kind === 'ServiceEntry')?.['spec']).toMatchObject({
    hosts: ['cfg.cache.example'],
    addresses: ['10.0.16.0/20'],
    resolution: 'NONE',
  });
});

test('nodes of two resources in one network are one way, as the sidecar cannot tell them apart', () => {
  const nodes = (name: string, nodeRanges?: readonly string[]): OutsideDependency => {
    const endpoint = sampleEndpoint(name, `${name}.example`, 6379);
    const endpoints = [{ ...endpoint, reach: { ...endpoint.reach, nodeRanges } }];
    return useOf(sampleResource(name, 'redis', { endpoints }));
  };
  const here = ['10.0.16.0/20'];
  const service = sampleService({
    dependencies: [nodes('a', here), nodes('b', here), nodes('c', ['10.0.32.0/20']), nodes('d')],
  });
  const objects = render(mesh, sampleEnvironment({ services: [service] }));
  expect(objects.find(({ kind }) => kind === 'Sidecar')?.['spec']).toMatchObject({
    egress: [{ hosts: ['istio-system/*', './a.example', './c.example', './d.example'] }],
  });
});
