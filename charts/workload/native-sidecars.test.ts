import { describe, expect, test } from 'vitest';
import { render, sampleEnvironment, sampleService } from '../../test/sample.ts';
import { workload } from './chart.ts';

/** Metadata of the pods of a service and of its migration, on a release of Kubernetes. */
function podMetadata(kubernetesMinor: number) {
  const { cluster } = sampleEnvironment();
  const migrate = { command: ['migrate'], backoffLimit: 3, activeDeadlineSeconds: 600 };
  const environment = sampleEnvironment({
    cluster: { ...cluster, kubernetesMinor },
    services: [sampleService({ migrate })],
  });
  const objects = render(workload, environment);
  const metadataOf = (kind: string) => {
    const found = objects.find((object) => object.kind === kind) as unknown as Owner;
    return found.spec.template.metadata;
  };
  return { deployment: metadataOf('Deployment'), migration: metadataOf('Job') };
}

type Texts = Readonly<Record<string, string>>;

interface Owner {
  readonly spec: { readonly template: { readonly metadata: { labels: Texts; annotations: Texts } } };
}

describe('sidecars', () => {
  test('are native from Kubernetes 1.29 on, so every pod has one', () => {
    const { deployment, migration } = podMetadata(29);
    expect(migration.labels).not.toHaveProperty(['sidecar.istio.io/inject']);
    expect(deployment.annotations['proxy.istio.io/config']).toBeUndefined();
  });

  test('would keep a migration from ending before, so it has none', () => {
    const { migration } = podMetadata(28);
    expect(migration.labels).toMatchObject({ 'sidecar.istio.io/inject': 'false' });
    expect(Object.keys(migration.annotations).filter((key) => key.includes('istio.io'))).toEqual([]);
  });

  test('are waited for before, and stay for as long, so that the first and last calls do not fail', () => {
    const { deployment } = podMetadata(28);
    expect(deployment.labels).not.toHaveProperty(['sidecar.istio.io/inject']);
    expect(deployment.annotations['proxy.istio.io/config']).toBe(
      'holdApplicationUntilProxyStarts: true\nterminationDrainDuration: 45s\n',
    );
  });
});
