import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { contentOf, useWorkspace } from './workspace.ts';

const { charthouse, change, path } = useWorkspace();
/** In two formats: the others are written alike. */
const synth = (...args: readonly string[]) => charthouse(['synth', '--only', 'manifests,helm', ...args]);
const put = (file: string) => {
  mkdirSync(dirname(path(file)), { recursive: true });
  writeFileSync(path(file), 'of somebody\n');
};

beforeEach(() => {
  rmSync(path('environments/mindflow'), { recursive: true });
});

test('--output . keeps what is there, tells of it, and takes back what it made', () => {
  const mine = [
    'helm/legacy/Chart.yaml',
    'kustomize/base/kustomization.yaml',
    'manifests/legacy/web.yaml',
    'manifests/spywatcher/old/web.yaml',
    'argocd/old/app.yaml',
    'manifests/spywatcher/staging/extra.yaml',
    'manifests/spywatcher/staging/.DS_Store',
  ];
  for (const file of mine) put(file);
  const run = synth('--output', '.');
  expect(run.status, run.stderr).toBe(0);
  expect(run.stderr).toContain('./manifests/spywatcher/staging/extra.yaml: not made by Charthouse, and left');
  expect(run.stderr).toContain('./helm/legacy (not made by Charthouse)');
  expect(run.stderr).not.toContain('.DS_Store');
  expect(synth('--output', '.', '--check').status).toBe(1);
  rmSync(path('environments/spywatcher/staging.yaml'));
  const second = synth('--output', '.');
  expect(second.stdout).toContain('./manifests/spywatcher/staging: removed, nothing renders it');
  expect(second.stderr).toContain(
    './manifests/spywatcher/staging/extra.yaml: not made by Charthouse, and left',
  );
  for (const file of mine) expect(readFileSync(path(file), 'utf8')).toBe('of somebody\n');
  expect(readdirSync(path('manifests/spywatcher/staging'))).toEqual(['.DS_Store', 'extra.yaml']);
});

test('a file in the way refuses the run, and nothing is written', () => {
  put('dist/manifests/spywatcher/staging/_mesh.yaml');
  const run = synth();
  expect(run.stderr).toContain('a file is in the way that Charthouse did not make');
  expect(run.stderr).toContain('dist/manifests/spywatcher/staging/_mesh.yaml');
  expect(run.status).toBe(2);
  expect(Object.keys(contentOf(path('dist')))).toEqual(['manifests/spywatcher/staging/_mesh.yaml']);
});

describe('two inputs with one output', () => {
  test('keep to their own platforms', () => {
    mkdirSync(path('others/spy'), { recursive: true });
    cpSync(path('environments/spywatcher'), path('others/spy'), { recursive: true });
    for (const name of ['platform', 'production', 'staging']) {
      const file = path(`others/spy/${name}.yaml`);
      writeFileSync(file, readFileSync(file, 'utf8').replace('platform: spywatcher', 'platform: spy'));
    }
    synth('--input', 'others');
    const before = contentOf(path('dist'));
    expect(Object.keys(before).length).toBeGreaterThan(20);
    const run = synth();
    expect(run.stderr).toContain('dist/helm/spy (rendered from others)');
    expect(contentOf(path('dist'))).toMatchObject(before);
    expect(synth('--check').status).toBe(0);
    expect(synth('--check', '--input', 'others').status).toBe(0);
  });

  test('that have one platform are refused, until the other has it no more', () => {
    synth();
    cpSync(path('environments'), path('others'), { recursive: true });
    const run = synth('--input', 'others');
    expect(run.stderr).toContain('is rendered from environments, which has a platform spywatcher too');
    expect(run.status).toBe(2);
    rmSync(path('environments'), { recursive: true });
    expect(synth('--input', 'others').status).toBe(0);
    expect(synth('--input', 'others', '--check').status).toBe(0);
  });

  test('of which one is in the other are refused', () => {
    const run = synth('--output', 'environments/dist');
    expect(run.stderr).toContain('is in environments, the folder of the input');
    expect(run.status).toBe(2);
  });
});

test('a platform that is a link is rendered as if it were there; one that leads nowhere exits 2', () => {
  synth();
  const before = contentOf(path('dist'));
  renameSync(path('environments/spywatcher'), path('elsewhere'));
  symlinkSync('../elsewhere', path('environments/spywatcher'));
  expect(synth().stdout).not.toContain('removed');
  expect(contentOf(path('dist'))).toEqual(before);
  rmSync(path('elsewhere'), { recursive: true });
  const run = synth();
  expect(run.stderr).toBe(
    'charthouse: environments/spywatcher is a link to ../elsewhere, which is not there; mend or remove it\n',
  );
  expect(run.status).toBe(2);
  expect(contentOf(path('dist'))).toEqual(before);
});

test('--json tells what was done, and the same run the same bytes', () => {
  const printed = () => synth('spywatcher', '--json').stdout;
  expect(JSON.parse(printed())).toMatchObject({ version: 1, result: 'written' });
  const unchanged = printed();
  expect(printed()).toBe(unchanged);
  expect(JSON.parse(unchanged)).toMatchObject({ result: 'unchanged', findings: { errors: 0 } });
  change('environments/spywatcher/platform.yaml', 'owner: ', 'owner: other-');
  const { result, outputs } = JSON.parse(synth('--check', '--json').stdout);
  expect(result).toBe('stale');
  expect(outputs[0].changed).toContain('_cluster.yaml');
});

test('--quiet says nothing when nothing is wrong', () => {
  const run = charthouse(['synth', '--quiet', 'spywatcher', 'staging']);
  expect([run.status, run.stdout, run.stderr]).toEqual([0, '', '']);
});
