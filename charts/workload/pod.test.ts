import { expect, test } from 'vitest';
import type { PodTemplate } from '../../imports/kubernetes.ts';
import type { Service } from '../../src/model/service.ts';
import { sampleEnvironment, sampleService } from '../../test/sample.ts';
import { sampleResource, useOf } from '../../test/sample-resource.ts';
import { workContainer } from './container.ts';
import { podTemplate } from './pod.ts';

function pod(fields: Partial<Service> = {}): PodTemplate {
  const service = sampleService(fields);
  const environment = sampleEnvironment({ services: [service] });
  const container = workContainer(environment, service, service.image);
  return podTemplate(environment, service, { image: service.image, container });
}

test('a pod meets the restricted pod security standard and can write to /tmp alone', () => {
  const { spec } = pod();
  expect(spec).toMatchObject({
    priorityClassName: 'shop-standard',
    terminationGracePeriodSeconds: 45,
    enableServiceLinks: false,
    securityContext: { runAsNonRoot: true, runAsUser: 10001, seccompProfile: { type: 'RuntimeDefault' } },
    volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '1Gi' } }],
  });
  expect(spec?.containers[0]).toMatchObject({
    securityContext: {
      privileged: false,
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    },
    volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
  });
});

test('other writable paths and secret files are mounted beside it', () => {
  const { spec } = pod({
    writablePaths: ['/var/cache/thumbnails'],
    secretFiles: [{ file: 'database.url', key: 'database-url' }],
  });
  expect(spec?.volumes?.slice(1)).toEqual([
    { name: 'writable-0', emptyDir: { sizeLimit: '1Gi' } },
    {
      name: 'secrets',
      secret: {
        secretName: 'web',
        defaultMode: 0o440,
        items: [{ key: 'database-url', path: 'database.url' }],
      },
    },
  ]);
  expect(spec?.containers[0]?.volumeMounts?.slice(1)).toEqual([
    { name: 'writable-0', mountPath: '/var/cache/thumbnails' },
    { name: 'secrets', mountPath: '/etc/secrets', readOnly: true },
  ]);
});

test('the sidecar has resources of its own, and a CPU limit only where the pod is Guaranteed', () => {
  expect(pod().metadata?.annotations).toEqual({
    'checksum/config': expect.stringMatching(/^[0-9a-f]{64}$/),
    'sidecar.istio.io/proxyCPU': '100m',
    'sidecar.istio.io/proxyMemory': '128Mi',
    'sidecar.istio.io/proxyMemoryLimit': '256Mi',
  });
  const exact = { cpu: '100m', memory: '128Mi' };
  expect(pod({ proxyResources: { requests: exact, limits: exact } }).metadata?.annotations).toMatchObject({
    'sidecar.istio.io/proxyCPULimit': '100m',
    'sidecar.istio.io/proxyMemoryLimit': '128Mi',
  });
});

test('names are answered by the sidecar where a pod calls hosts outside the mesh', () => {
  const postgres = useOf(sampleResource('postgres', 'postgres'), 'read-write');
  expect(pod({ dependencies: [postgres] }).metadata?.annotations?.['proxy.istio.io/config']).toBe(
    'proxyMetadata:\n  ISTIO_META_DNS_CAPTURE: "true"\n',
  );
});

test('a port named metrics is scraped', () => {
  const ports = [{ name: 'metrics', number: 9464, appProtocol: 'http' }];
  expect(pod({ ports }).metadata?.annotations).toMatchObject({
    'prometheus.io/path': '/metrics',
    'prometheus.io/port': '9464',
    'prometheus.io/scrape': 'true',
  });
});
