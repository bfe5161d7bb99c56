import { describe, expect, test } from 'vitest';
import { findProgram } from '../../src/io/programs.ts';
import { useWorkspace } from './workspace.ts';

const programs = (['helm', 'kubectl'] as const).map((name) => findProgram(name, process.env['PATH'] ?? ''));
const hasPrograms = programs.every((program) => 'path' in program);
for (const program of programs) {
  if ('missing' in program) process.stderr.write(`charthouse verify is not tested: ${program.missing}\n`);
}

describe.runIf(hasPrograms)('charthouse verify', () => {
  const { charthouse, change, havePast } = useWorkspace();

  test('finds the formats equal as they are rendered', () => {
    havePast('dist');
    const run = charthouse(['verify']);
    expect(run.status, run.stderr).toBe(0);
    expect(run.stdout).toMatch(
      /mindflow\/production: [0-9]+ objects, the same in manifests, kustomize and helm/,
    );
  });

  test('tells the first object and field that differ, and exits 1', () => {
    havePast('dist');
    change(
      'dist/kustomize/mindflow/overlays/production/kustomization.yaml',
      'newTag: 3f2c1ab',
      'newTag: f00000f',
    );
    change('dist/helm/mindflow/values-production.yaml', 'max: 20', 'max: 21');
    const run = charthouse(['verify', 'mindflow', 'production']);
    expect(run.status, run.stderr).toBe(1);
    expect(run.stdout).toMatch(
      /kustomize differs at apps\/v1 Deployment mindflow\/[a-z-]+ spec\.template\.spec\.containers\[0\]\.image: expected ".*:3f2c1ab", found ".*:f00000f"/,
    );
    // What the pods may ask for together comes first, which one more of them moves as well.
    expect(run.stdout).toContain(
      'helm differs at v1 ResourceQuota mindflow/quota spec.hard.requests.cpu: expected "41", found "42"',
    );
  });

  test('tells what a program says when it cannot render', () => {
    havePast('dist');
    change('dist/helm/mindflow/values-production.yaml', 'environment: production', 'enviroment: production');
    const run = charthouse(['verify', 'mindflow', 'production']);
    expect(run.status, run.stderr).toBe(1);
    expect(run.stdout).toMatch(/mindflow\/production: helm failed: .*enviroment/s);
  });
});
