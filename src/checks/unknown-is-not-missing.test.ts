import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FiledObject } from '../model/manifest.ts';
import { servedGroups } from '../outputs/argocd/needed-add-ons.ts';
import { baseManifests, layOver } from './cases/lay-over.fixture.ts';
import { checks } from './checks.ts';
import { runChecks } from './run.ts';
import { loadSchemas } from './schemas/load.ts';

const base = baseManifests();

async function findingsOf(manifests: readonly FiledObject[]): Promise<readonly string[]> {
  const schemas = await loadSchemas(manifests.map(({ object }) => object));
  const cluster = { kubernetesMinor: 33, configMaps: [], registries: [], servedGroups, today: '2026-11-21' };
  const subject = {
    platform: 'shop',
    environment: 'production',
    folder: 'manifests/shop/production',
    cluster,
    schemas,
    manifests,
  };
  return runChecks(checks, subject).map(
    ({ check, topic, object }) => `${topic} ${check} ${object.kind}/${object.name}`,
  );
}

function broken(check: string, name: string): readonly FiledObject[] {
  return layOver(base, join(import.meta.dirname, check, 'cases', name, 'broken.yaml'));
}

describe('where the namespace is not rendered, others may provide what is named', () => {
  test.each([
    ['config-map-known', 'env-from-a-map-that-was-removed'],
    ['disruption-budget-selects-pods', 'old-label'],
    ['egress-allows-dns', 'udp-only'],
    ['egress-allows-istiod', 'dns-only'],
    ['ingress-backend-known', 'no-such-service'],
    ['mesh-gateway-known', 'namespace-left-out'],
    ['mesh-host-known', 'renamed-service'],
    ['mesh-policy-selects-pods', 'label-before-the-rename'],
    ['mesh-principal-known', 'account-renamed'],
    ['mesh-subset-known', 'subset-renamed'],
    ['monitor-finds-targets', 'labels-of-the-pods'],
    ['network-policy-peers-known', 'caller-renamed'],
    ['network-policy-port-of-pod', 'port-of-the-service'],
    ['network-policy-selects-pods', 'label-of-a-renamed-service'],
    ['role-known', 'role-of-another-name'],
    ['scale-target-known', 'still-a-stateful-set'],
    ['secret-known', 'external-secret-removed'],
    ['secret-store-known', 'store-of-another-platform'],
    ['service-account-known', 'misspelt'],
    ['service-selects-pods', 'renamed-label'],
    ['sidecar-knows-hosts', 'host-of-the-service-entry-changed'],
    ['stateful-set-service-headless', 'name-from-an-example'],
    ['volume-claim-known', 'claim-nobody-makes'],
    ['workloads-authorized', 'on-trial-forever'],
  ])('%s is silent about %s', async (check, name) => {
    const manifests = broken(check, name).filter(({ object }) => object.kind !== 'Namespace');
    expect((await findingsOf(manifests)).filter((finding) => finding.split(' ')[1] === check)).toEqual([]);
  });
});

test('what an operator creates beside our workloads is not missing', async () => {
  const cluster = {
    apiVersion: 'postgresql.cnpg.io/v1',
    kind: 'Cluster',
    metadata: { name: 'orders', namespace: 'shop' },
    spec: { instances: 3 },
  };
  const manifests = [...broken('secret-known', 'external-secret-removed'), { file: 'data', object: cluster }];
  expect((await findingsOf(manifests)).filter((finding) => finding.startsWith('references '))).toEqual([]);
});

test('an object that cannot be read is told once, not once more by everything that refers to it', async () => {
  const manifests = base.map((manifest) => {
    const { kind, metadata } = manifest.object;
    if (kind !== 'Deployment' || metadata.name !== 'orders') return manifest;
    return { ...manifest, object: { ...manifest.object, spec: { replicas: 'two' } } };
  });
  const topics = (await findingsOf(manifests)).map((finding) => finding.split(' ')[0]);
  expect([...new Set(topics)]).toEqual(['schema']);
});
