import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Preview } from '../../src/model/previews.ts';
import { render, sampleEnvironment } from '../../test/sample.ts';
import { preview } from './chart.ts';

const PREVIEW: Preview = {
  copyOf: 'dev',
  services: ['web'],
  ttlSeconds: 3600,
  toolbox: 'docker.io/alpine/k8s:1.33.1',
};

const objects = render(preview, sampleEnvironment({ preview: PREVIEW }));
const find = (kind: string) => objects.find((object) => object.kind === kind);

test('an environment that is no preview has none of it', () => {
  expect(render(preview, sampleEnvironment())).toEqual([]);
});

test('the version is made anew, not changed, so that its age is that of the images', () => {
  expect(find('ConfigMap')).toMatchObject({
    metadata: { annotations: { 'argocd.argoproj.io/sync-options': 'Force=true,Replace=true' } },
    data: { web: '3f2c1ab' },
  });
});

test('the job may remove what runs in its own namespace, and has no rights outside', () => {
  expect(objects.map(({ kind }) => kind).sort()).toEqual([
    'ConfigMap',
    'CronJob',
    'NetworkPolicy',
    'Role',
    'RoleBinding',
    'ServiceAccount',
  ]);
  expect(new Set(objects.map(({ metadata }) => metadata.namespace))).toEqual(new Set(['shop']));
  const { rules } = find('Role') as unknown as { rules: readonly { verbs: readonly string[] }[] };
  expect(new Set(rules.flatMap(({ verbs }) => verbs))).toEqual(new Set(['get', 'list', 'delete']));
});

const hasJq = spawnSync('jq', ['--version']).status === 0;
if (!hasJq) process.stderr.write('the end of previews is not proven: jq is not on PATH\n');

describe.runIf(hasJq)('after its time', () => {
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'charthouse-expiry-'));
    const kubectl = join(folder, 'kubectl');
    writeFileSync(
      kubectl,
      '#!/bin/sh\nif [ "$1" = get ]; then echo "$VERSION"; else echo "kubectl $*"; fi\n',
    );
    chmodSync(kubectl, 0o755);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** What the job does with a version of that age. */
  function run(version: string) {
    const { spec } = find('CronJob') as unknown as CronJob;
    const [container] = spec.jobTemplate.spec.template.spec.containers;
    const own = Object.fromEntries((container?.env ?? []).map(({ name, value }) => [name, value]));
    const env = { PATH: `${folder}:${process.env['PATH']}`, VERSION: version, ...own };
    const [shell = '', ...args] = container?.command ?? [];
    return spawnSync(shell, args, { env, encoding: 'utf8' });
  }

  const ofAge = (seconds: number) => {
    const creationTimestamp = new Date(Date.now() - seconds * 1000).toISOString().replace(/\.\d+Z/, 'Z');
    return JSON.stringify({ metadata: { creationTimestamp } });
  };

  test('a version loses what runs and its volumes, but not the job itself', () => {
    const { stdout, status } = run(ofAge(3700));
    expect(stdout).toContain('kubectl delete deployments.apps,statefulsets.apps,cronjobs.batch,jobs.batch,');
    expect(stdout).toContain('--selector app.kubernetes.io/component!=expiry');
    expect(find('CronJob')?.metadata.labels).toMatchObject({ 'app.kubernetes.io/component': 'expiry' });
    expect(status).toBe(0);
  });

  test('and before, nothing is removed', () => {
    expect(run(ofAge(3500))).toMatchObject({ stdout: 'expired: false\n', status: 0 });
  });

  test('a version that cannot be read removes nothing and fails the job', () => {
    const { stdout, status } = run('no version');
    expect(stdout).not.toContain('delete');
    expect(status).not.toBe(0);
  });
});

interface CronJob {
  readonly spec: {
    readonly jobTemplate: {
      readonly spec: {
        readonly template: {
          readonly spec: {
            readonly containers: readonly {
              readonly command: readonly string[];
              readonly env: readonly { readonly name: string; readonly value: string }[];
            }[];
          };
        };
      };
    };
  };
}
