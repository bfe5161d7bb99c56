import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCdk8sSynth } from './run-cdk8s.ts';
import { contentOf, PROGRAM, useWorkspace } from './workspace.ts';

const COMMITTED = resolve('dist/manifests');
const workspace = useWorkspace();
const { change, charthouse, edit, havePast, path } = workspace;
const rendered = () => contentOf(path('dist/manifests'));

describe('the same input gives the same bytes', () => {
  test('those that are committed', () => {
    expect(charthouse(['synth']).status).toBe(0);
    expect(contentOf(path('dist'))).toEqual(contentOf(resolve('dist')));
  });

  test('with another locale and time zone', () => {
    charthouse(['synth'], { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', TZ: 'Asia/Kolkata' });
    expect(rendered()).toEqual(contentOf(COMMITTED));
  });

  test('through the cdk8s command line', () => {
    const run = runCdk8sSynth(path);
    expect(run.status, run.stderr).toBe(0);
    expect(rendered()).toEqual(contentOf(COMMITTED));
  });

  test('a second run touches no file', () => {
    havePast('dist');
    const file = path('dist/manifests/mindflow/production/web-app.yaml');
    const before = statSync(file).mtimeMs;
    expect(charthouse(['synth']).stdout).toContain('unchanged');
    expect(statSync(file).mtimeMs).toBe(before);
  });
});

describe('a run that cannot finish leaves dist/ as it was', () => {
  test('because the input is wrong', () => {
    havePast('dist');
    edit('production.yaml', 'kubernetes: "1.33"', 'kubernets: "1.33"');
    edit('dev.yaml', 'zones: [a, b, c]', 'zones: []');
    const run = charthouse(['synth']);
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('environments/mindflow/production.yaml:13:3 cluster.kubernets: unknown key');
    expect(run.stderr).toContain('environments/mindflow/dev.yaml:10:10 cluster.zones');
    expect(rendered()).toEqual(contentOf(COMMITTED));
  });

  test('because it is killed, at whatever moment', async () => {
    havePast('dist');
    const started = performance.now();
    charthouse(['synth', 'mindflow']);
    const whole = performance.now() - started;
    const old = rendered();
    edit('platform.yaml', 'owner: platform-team', 'owner: other-team');
    for (const share of [0.5, 0.7, 0.8, 0.9]) {
      const delay = whole * share;
      const run = spawn(process.execPath, [PROGRAM, 'synth', 'mindflow'], { cwd: path('.') });
      await new Promise((done) => setTimeout(done, delay));
      run.kill('SIGKILL');
      await ended(run);
      for (const environment of ['dev', 'staging', 'production']) {
        const now = isWhole(path(`dist/manifests/mindflow/${environment}`), environment, old);
        expect(now, `${environment} after ${delay} ms`).toBe(true);
      }
    }
    charthouse(['synth', 'mindflow']);
    expect(Object.keys(rendered())).toEqual(Object.keys(old));
  });
});

/** Whether a folder holds the old rendering or the new one, not a mixture; or was just being swapped. */
function isWhole(root: string, environment: string, old: Readonly<Record<string, string>>): boolean {
  const names = Object.keys(old).filter((path) => path.startsWith(`mindflow/${environment}/`));
  const siblings = readdirSync(join(root, '..'));
  if (!siblings.includes(environment))
    return siblings.some((name) => name.startsWith(`.${environment}.old-`));
  const now = contentOf(root);
  const isOld = names.every((path) => now[path.slice(`mindflow/${environment}/`.length)] === old[path]);
  const isNew =
    now['_cluster.yaml']?.includes('other-team') === true && Object.keys(now).length === names.length;
  return isOld || isNew;
}

function ended(run: ChildProcess): Promise<number | null> {
  return new Promise((done) =>
    run.exitCode !== null || run.signalCode !== null ? done(run.exitCode) : run.on('exit', done),
  );
}

test('several runs at once end well and leave nothing behind', async () => {
  const runs = Array.from({ length: 4 }, () =>
    spawn(process.execPath, [PROGRAM, 'synth', 'spywatcher'], { cwd: path('.') }),
  );
  expect(await Promise.all(runs.map(ended))).toEqual([0, 0, 0, 0]);
  expect(contentOf(path('dist/manifests/spywatcher'))).toEqual(contentOf(join(COMMITTED, 'spywatcher')));
  expect(readdirSync(path('dist/manifests/spywatcher')).sort()).toEqual(['production', 'staging']);
});

describe('what is rendered', () => {
  test('one environment alone', () => {
    expect(charthouse(['synth', 'mindflow', 'dev']).status).toBe(0);
    expect(readdirSync(path('dist/manifests/mindflow'))).toEqual(['dev']);
  });

  test('an environment that is gone is removed', () => {
    havePast('dist');
    rmSync(path('environments/mindflow/staging.yaml'));
    expect(charthouse(['synth']).stdout).toContain(
      'dist/manifests/mindflow/staging: removed, nothing renders it',
    );
    expect(readdirSync(path('dist/manifests/mindflow')).sort()).toEqual(['dev', 'production']);
  });

  test('for Argo CD, only as long as something is delivered by it', () => {
    havePast('dist');
    // Without a repository nobody knows where runbooks are read.
    const level = 'observability:\n  level: standard\n';
    change('environments/spywatcher/platform.yaml', level, `${level}  runbooks: https://runbooks.example\n`);
    for (const name of ['production', 'staging']) {
      const line = `environment: ${name}\n`;
      change(`environments/spywatcher/${name}.yaml`, line, `${line}delivery: null\n`);
    }
    expect(charthouse(['synth']).stdout).toContain('dist/argocd/spywatcher: removed, nothing renders it');
    expect(readdirSync(path('dist/argocd'))).toEqual(['mindflow']);
  });

  test('nothing with --check, which tells what is stale', () => {
    havePast('dist');
    expect(charthouse(['synth', '--check']).status).toBe(0);
    edit('production.yaml', '3f2c1ab', '4a5b6c7');
    const before = rendered();
    const run = charthouse(['synth', '--check']);
    expect(run.status).toBe(1);
    expect(run.stdout).toContain('dist/manifests/mindflow/production/command-service.yaml: differs');
    expect(run.stdout).not.toContain('/dev/');
    expect(rendered()).toEqual(before);
  });
});

test.each([
  [['synth', 'mindflw'], 'no platform mindflw; did you mean mindflow?'],
  [['synth', 'mindflow', 'prod'], 'no environment prod; there are: dev, production, staging'],
  [['synth', '--input', 'nowhere'], 'no folder nowhere here'],
  [['sinth'], "unknown command 'sinth'"],
  [['synth', '--chek'], "unknown option '--chek'"],
  [['synth', '--only', 'manifest'], 'Formats are manifests, argocd, helm, kustomize, previews.'],
  [
    ['synth', 'mindflow', 'dev', '--only', 'helm'],
    'helm can only be made from all environments of a platform',
  ],
  [['verify'], 'dist/manifests holds nothing; run charthouse synth first'],
])('charthouse %s exits 2 and says: %s', (args, message) => {
  const run = charthouse(args);
  expect(run.stderr).toContain(message);
  expect(run.status).toBe(2);
});
