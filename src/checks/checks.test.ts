import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { servedGroups } from '../outputs/argocd/needed-add-ons.ts';
import { baseManifests, layOver } from './cases/lay-over.fixture.ts';
import { checks } from './checks.ts';
import { runChecks } from './run.ts';
import { loadSchemas } from './schemas/load.ts';

const HERE = import.meta.dirname;
const FACTS = {
  kubernetesMinor: 33,
  today: '2026-11-21',
  configMaps: [],
  registries: ['registry.example/shop'],
  servedGroups: new Set([
    ...servedGroups,
    'gateway.networking.k8s.io',
    'monitoring.coreos.com',
    'shop.example',
  ]),
};
const base = baseManifests();

async function findingsOf(manifests: typeof base): Promise<readonly string[]> {
  const schemas = await loadSchemas(manifests.map(({ object }) => object));
  const subject = {
    platform: 'shop',
    environment: 'production',
    folder: 'manifests/shop/production',
    cluster: FACTS,
    schemas,
    manifests,
  };
  return runChecks(checks, subject).map(
    ({ check, object, field, message }) => `${check} ${object.kind}/${object.name} ${field}: ${message}`,
  );
}

test('the clean environment has no finding', async () => {
  expect(await findingsOf(base)).toEqual([]);
});

const folders = readdirSync(HERE).filter((name) => existsSync(join(HERE, name, 'check.ts')));

test('every folder with a check is registered, and every check has its folder', () => {
  expect(checks.map(({ name }) => name).sort()).toEqual([...folders].sort());
});

test('names are short enough for the annotation of an exception, whose own part has 63 characters at most', () => {
  expect(checks.filter(({ name }) => name.length > 50)).toEqual([]);
});

describe.each(folders)('%s', (check) => {
  const casesFolder = join(HERE, check, 'cases');
  const cases = existsSync(casesFolder) ? readdirSync(casesFolder) : [];

  test('has a case', () => {
    expect(cases.length).toBeGreaterThan(0);
  });

  test.each(cases)('finds %s, alone, and nothing once it is mended', async (name) => {
    const broken = await findingsOf(layOver(base, join(casesFolder, name, 'broken.yaml')));
    expect(broken.length).toBeGreaterThan(0);
    expect(broken.filter((finding) => !finding.startsWith(`${check} `))).toEqual([]);
    expect(await findingsOf(layOver(base, join(casesFolder, name, 'mended.yaml')))).toEqual([]);
  });
});
