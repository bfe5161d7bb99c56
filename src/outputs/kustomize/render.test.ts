import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { sampleManifest } from '../../../test/sample-manifest.ts';
import type { Manifest, ManifestObject } from '../../model/manifest.ts';
import { overlayFigures } from './figures.ts';
import { renderKustomize } from './render.ts';

it('a tag and replicas that differ need no patch, in built-in and in custom kinds', () => {
  const tree = renderKustomize(
    new Map([
      ['dev', [workload('Deployment', 'shop/web:1', 1), workload('Rollout', 'shop/web:1')]],
      ['production', [workload('Deployment', 'shop/web:2', 4), workload('Rollout', 'shop/web:2')]],
    ]),
  );
  expect([...tree.keys()]).toEqual([
    'base/kustomization.yaml',
    'base/web.yaml',
    'overlays/dev/kustomization.yaml',
    'overlays/production/kustomization.yaml',
  ]);
  expect(tree.get('base/web.yaml')?.match(/image: .*/g)).toEqual(['image: web', 'image: web']);
  expect(parse(tree.get('overlays/production/kustomization.yaml') ?? '')).toEqual({
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    resources: ['../../base'],
    replicas: [{ name: 'web', count: 4 }],
    images: [{ name: 'web', newName: 'shop/web', newTag: '2' }],
  });
  expect(overlayFigures(tree)).toEqual(
    new Map([
      ['dev', 12],
      ['production', 12],
    ]),
  );
});

it('containers whose images part in one environment have placeholders of their own', () => {
  const canary = (image: string) => workload('Rollout', image, undefined, 'web-canary');
  const tree = renderKustomize(
    new Map([
      ['dev', [workload('Deployment', 'shop/web:1'), canary('shop/web:1')]],
      ['production', [workload('Deployment', 'shop/web:2'), canary('shop/web:3')]],
    ]),
  );
  expect(tree.get('base/web.yaml')?.match(/image: .*/g)).toEqual(['image: web', 'image: web-canary']);
});

it('a placeholder is never the name of a real image', () => {
  const tree = renderKustomize(
    new Map([
      ['dev', [workload('Deployment', 'shop/web:1'), workload('Rollout', 'web:9', undefined, 'other')]],
      [
        'production',
        [workload('Deployment', 'shop/web:2'), workload('Rollout', 'web:9', undefined, 'other')],
      ],
    ]),
  );
  expect(tree.get('base/web.yaml')?.match(/image: .*/g)).toEqual(['image: web-web', 'image: web:9']);
});

it('a label that tells environments apart is written once for all objects and their pod templates', () => {
  const labelled = (environment: string) => [
    sampleManifest('web', { ...service, metadata: { ...service.metadata, labels: { environment } } }),
    sampleManifest('web', {
      ...service,
      kind: 'Job',
      metadata: { ...service.metadata, labels: { environment } },
      spec: { template: { metadata: { labels: { environment, app: 'web' } } } },
    }),
  ];
  const tree = renderKustomize(new Map(['dev', 'production'].map((name) => [name, labelled(name)])));
  expect(tree.get('base/web.yaml')).not.toContain('environment:');
  expect(parse(tree.get('overlays/dev/kustomization.yaml') ?? '').labels).toEqual([
    {
      pairs: { environment: 'dev' },
      fields: [{ path: 'spec/template/metadata/labels', kind: 'Job', create: true }],
    },
  ]);
  expect(tree.size).toBe(4);
});

it('what some environments lack is a component, named by the input, which the others include', () => {
  const jaeger = partOf('observability.tracing', 'jaeger');
  const tree = renderKustomize(
    new Map([
      ['dev', [sampleManifest('web', service)]],
      ['staging', [sampleManifest('web', service), jaeger]],
      ['production', [sampleManifest('web', service), jaeger]],
    ]),
  );
  expect([...tree.keys()].filter((path) => path.startsWith('components/'))).toEqual([
    'components/observability-tracing/kustomization.yaml',
    'components/observability-tracing/_observability-jaeger.yaml',
  ]);
  expect(parse(tree.get('components/observability-tracing/kustomization.yaml') ?? '')).toEqual({
    apiVersion: 'kustomize.config.k8s.io/v1alpha1',
    kind: 'Component',
    resources: ['_observability-jaeger.yaml'],
  });
  const included = ['dev', 'staging', 'production'].map(
    (name) => parse(tree.get(`overlays/${name}/kustomization.yaml`) ?? '').components,
  );
  expect(included).toEqual([
    undefined,
    ['../../components/observability-tracing'],
    ['../../components/observability-tracing'],
  ]);
});

it('what comes and goes apart has the name of its service, and what one environment has alone is in its overlay', () => {
  const [web, orders] = ['web', 'orders'].map((name) => partOf('release', name, name));
  const own = partOf('release', 'own');
  const tree = renderKustomize(
    new Map<string, readonly Manifest[]>([
      ['dev', [web as Manifest]],
      ['staging', [web as Manifest, orders as Manifest]],
      ['production', [orders as Manifest, own]],
    ]),
  );
  const included = ['dev', 'staging', 'production'].map(
    (name) => parse(tree.get(`overlays/${name}/kustomization.yaml`) ?? '').components,
  );
  expect(included).toEqual([
    ['../../components/web-release'],
    ['../../components/orders-release', '../../components/web-release'],
    ['../../components/orders-release', '../../components/release'],
  ]);
});

function partOf(part: string, name: string, of?: string): Manifest {
  const manifest = sampleManifest(of ?? '_observability-jaeger', { ...service, metadata: { name } });
  return { ...manifest, origin: { ...manifest.origin, part, service: of } };
}

it('one environment is its base', () => {
  const tree = renderKustomize(new Map([['production', [sampleManifest('web', service)]]]));
  expect([...tree.keys()]).toEqual([
    'base/kustomization.yaml',
    'base/web.yaml',
    'overlays/production/kustomization.yaml',
  ]);
});

it('an object that no target could mean alone stays out of the base', () => {
  const both = ['v1', 'serving.example/v1'].map((apiVersion) =>
    sampleManifest('web', { ...service, apiVersion }),
  );
  const tree = renderKustomize(new Map([['production', both]]));
  expect(tree.get('base/web.yaml')).toContain('serving.example/v1');
  expect(tree.get('overlays/production/web.yaml')).toContain('apiVersion: v1\n');
});

const service: ManifestObject = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web', namespace: 'shop' },
};

function workload(kind: 'Deployment' | 'Rollout', image: string, replicas?: number, name = 'web'): Manifest {
  const apiVersion = kind === 'Deployment' ? 'apps/v1' : 'argoproj.io/v1alpha1';
  const template = { spec: { containers: [{ name: 'web', image }] } };
  const metadata = { name, namespace: 'shop' };
  return sampleManifest('web', { apiVersion, kind, metadata, spec: { replicas, template } });
}
