import { expect, test } from 'vitest';
import type { Service } from '../../src/model/service.ts';
import { render, sampleEnvironment, sampleService } from '../../test/sample.ts';
import { workload } from './chart.ts';

const FILES: Service['files'] = [
  {
    path: '/etc/nginx/nginx.conf',
    key: 'etc.nginx.nginx.conf',
    content: 'listen 80;\n',
    isExecutable: false,
  },
  { path: '/opt/start.sh', key: 'opt.start.sh', content: '#!/bin/sh\n', isExecutable: true },
];

function objectsOf(fields: Partial<Service>) {
  const services = [sampleService({ files: FILES, ...fields })];
  return render(workload, sampleEnvironment({ services }));
}

interface Workload {
  readonly spec: {
    readonly template: { readonly metadata: { readonly annotations: Readonly<Record<string, string>> } };
  };
}

const MOUNTS = [
  { name: 'files', mountPath: '/etc/nginx/nginx.conf', subPath: 'etc.nginx.nginx.conf', readOnly: true },
  { name: 'files', mountPath: '/opt/start.sh', subPath: 'opt.start.sh', readOnly: true },
];

test('files are keys of a ConfigMap, mounted one by one beside what the image has', () => {
  const objects = objectsOf({});
  const map = objects.find(({ metadata }) => metadata.name === 'web.files');
  expect(map).toMatchObject({
    kind: 'ConfigMap',
    data: { 'etc.nginx.nginx.conf': 'listen 80;\n', 'opt.start.sh': '#!/bin/sh\n' },
  });
  const deployment = objects.find(({ kind }) => kind === 'Deployment');
  const items = [
    { key: 'etc.nginx.nginx.conf', path: 'etc.nginx.nginx.conf', mode: 0o444 },
    { key: 'opt.start.sh', path: 'opt.start.sh', mode: 0o555 },
  ];
  expect(deployment).toHaveProperty('spec.template.spec.volumes.1', {
    name: 'files',
    configMap: { name: 'web.files', items },
  });
  expect(deployment).toHaveProperty(
    'spec.template.spec.containers.0.volumeMounts',
    expect.arrayContaining(MOUNTS),
  );
});

test('a changed file restarts the pods', () => {
  const checksumOf = (files: Service['files']) => {
    const deployment = objectsOf({ files }).find(({ kind }) => kind === 'Deployment');
    return (deployment as unknown as Workload).spec.template.metadata.annotations['checksum/files'];
  };
  const [first, ...others] = FILES;
  const changed = first ? [{ ...first, content: 'listen 81;\n' }, ...others] : [];
  expect(checksumOf(FILES)).toMatch(/^[0-9a-f]{64}$/);
  expect(checksumOf(changed)).not.toBe(checksumOf(FILES));
});

test('two versions that run side by side each keep their own files', () => {
  const objects = objectsOf({
    release: { strategy: 'canary', steps: [{ weight: 5, pause: 300 }], analysis: undefined },
  });
  expect(objects.map(({ kind }) => kind)).not.toContain('ConfigMap');
  const rollout = objects.find(({ kind }) => kind === 'Rollout');
  expect(rollout).toHaveProperty(
    ['spec', 'template', 'metadata', 'annotations', 'files.charthouse.dev/opt.start.sh'],
    '#!/bin/sh\n',
  );
  expect(rollout).toHaveProperty('spec.template.spec.volumes.1.downwardAPI.items.1', {
    path: 'opt.start.sh',
    mode: 0o555,
    fieldRef: { fieldPath: "metadata.annotations['files.charthouse.dev/opt.start.sh']" },
  });
  expect(rollout).toHaveProperty(
    'spec.template.spec.containers.0.volumeMounts',
    expect.arrayContaining(MOUNTS),
  );
});
