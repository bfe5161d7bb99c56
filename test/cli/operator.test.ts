import { expect, test } from 'vitest';
import { useWorkspace } from './workspace.ts';

const { charthouse, edit } = useWorkspace();

test('an environment can be left to the Prometheus operator of its cluster, in every format', () => {
  const mode = 'observability: {mode: operator, alerts: {email: null}}\nexceptions: {node-exporter: null}\n';
  edit('production.yaml', '\nservices:\n', `\n${mode}services:\n`);
  const run = charthouse(['synth']);
  expect(run.stdout + run.stderr).toMatch(/manifests\/mindflow\/production: \d+ objects/);
  expect(run.status).toBe(0);
  const verified = charthouse(['verify', 'mindflow', 'production']);
  expect(verified.stdout + verified.stderr).toContain('the same in manifests, kustomize and helm');
  expect(verified.status).toBe(0);
});
