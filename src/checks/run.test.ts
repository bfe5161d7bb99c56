import { expect, test } from 'vitest';
import { servedGroups } from '../outputs/argocd/needed-add-ons.ts';
import type { Check } from './check.ts';
import { runChecks } from './run.ts';
import { loadSchemas } from './schemas/load.ts';

const CHECK: Check = {
  ...{ name: 'named-well', topic: 'schema', severity: 'error', summary: '', why: '', fix: '', sources: [] },
  examine: ({ objects }, tell) => {
    for (const object of objects) tell(object, 'metadata.name', 'expected another name');
  },
};

const MANIFESTS = [
  { file: '_cluster', object: { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } } },
];

test.each([
  [{}, 'error'],
  [{ 'named-well': 'info' }, 'info'],
  [{ 'another-check': 'info' }, 'error'],
] as const)('with severities %j a finding is an %s', async (severities, severity) => {
  const subject = {
    platform: 'shop',
    environment: 'production',
    folder: 'manifests/shop/production',
    manifests: MANIFESTS,
  };
  const schemas = await loadSchemas(MANIFESTS.map(({ object }) => object));
  const facts = {
    cluster: { kubernetesMinor: 33, configMaps: [], registries: [], servedGroups, today: '2026-11-21' },
    schemas,
  };
  const [finding] = runChecks([CHECK], { ...subject, ...facts, severities });
  expect(finding).toMatchObject({
    check: 'named-well',
    severity,
    file: 'manifests/shop/production/_cluster.yaml',
  });
});
