import { cpSync, readFileSync, rmSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { useWorkspace } from './workspace.ts';

const { charthouse, path } = useWorkspace();

/** One shop of three services on Google Cloud, on Azure, and twice on machines of its own. */
beforeEach(() => {
  rmSync(path('environments'), { recursive: true });
  cpSync('test/clouds', path('environments'), { recursive: true });
});

const STORES = [
  [
    'google',
    'gcpsm:',
    'key: shop-google-postgres',
    'iam.gke.io/gcp-service-account: shop-secrets@shop-production-1.iam',
  ],
  ['azure', 'azurekv:', 'key: shop-azure-postgres', 'azure.workload.identity/client-id: 6b8f0a52'],
  ['own', 'vault:', 'key: shop/own/postgres', 'role: shop'],
] as const;

test('a platform runs in every cloud and in none, in every format, and no check has anything against it', () => {
  const run = charthouse(['synth']);
  expect(run.stdout + run.stderr).toMatch(/manifests\/shop\/google: \d+ objects/);
  expect(run.stdout).not.toMatch(/error|warning/);
  expect(run.status, run.stderr).toBe(0);
  const verified = charthouse(['verify', 'shop']);
  for (const environment of ['azure', 'google', 'own', 'plain'])
    expect(verified.stdout + verified.stderr).toMatch(
      new RegExp(`shop/${environment}: \\d+ objects, the same in manifests, kustomize and helm`),
    );
  const fileOf = (environment: string, name: string) =>
    readFileSync(path(`dist/manifests/shop/${environment}/${name}.yaml`), 'utf8');
  for (const [environment, provider, key, identity] of STORES) {
    expect(fileOf(environment, '_secrets')).toContain(provider);
    expect(fileOf(environment, '_secrets')).toContain(identity);
    expect(fileOf(environment, 'orders')).toContain(key);
    expect(fileOf(environment, '_network') + fileOf(environment, 'orders')).not.toContain('amazonaws');
  }
  expect(fileOf('google', 'orders')).toContain('cidr: 169.254.169.252/32');
  expect(fileOf('azure', 'orders')).toContain('azure.workload.identity/use: "true"');
  expect(fileOf('azure', 'mailer')).toContain('168.63.129.16/32');
  const plain = fileOf('plain', 'orders');
  expect(plain).toContain('charthouse.dev/required-secret:');
  expect(plain).not.toContain('ExternalSecret');
});
