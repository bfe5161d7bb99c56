import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { PROGRAM, useWorkspace } from './workspace.ts';

const { charthouse, path } = useWorkspace();

test('--version prints the version', () => {
  expect(charthouse(['--version']).stdout).toBe(`${manifest.version}\n`);
});

test.each([
  [
    ['render'],
    "unknown command 'render'; there are: synth, check, explain-check, verify, runbooks, set, promote, rollback",
  ],
  [
    ['synth', '--chek'],
    "unknown option '--chek'; did you mean --check? (charthouse synth --help shows what there is)",
  ],
  [['sinth'], "unknown command 'sinth'; did you mean synth? (charthouse --help shows what there is)"],
  [
    ['set', 'imge'],
    "unknown command 'imge'; did you mean image? (charthouse set --help shows what there is)",
  ],
  [['synth', 'a', 'b', 'c'], "too many arguments for 'synth'. Expected 2 arguments but got 3"],
  [
    ['promote', 'mindflow'],
    "missing required argument 'from' (charthouse promote --help shows what there is)",
  ],
  [['synth', '--json', '--quiet'], "option '--quiet' cannot be used with option '--json'"],
  [['check', '--format'], "option '--format <format>' argument missing"],
])('%j is told in one line', (args, message) => {
  const run = charthouse(args);
  expect(run.stderr).toMatch(/^charthouse: [^\n]+\n$/);
  expect(run.stderr).toContain(message);
  expect(run.status).toBe(2);
});

test('output that cannot be written is told with its path, and exits 2', () => {
  writeFileSync(path('dist'), '');
  const run = charthouse(['synth', 'spywatcher', 'staging']);
  expect(run.stderr).toMatch(/^charthouse: dist\/manifests\/spywatcher\/staging: a file is where a folder/);
  expect(run.status).toBe(2);
});

test.runIf(process.platform === 'linux')('a full disk is told, whoever writes to it', () => {
  const run = spawnSync('sh', ['-c', `"${process.execPath}" "${PROGRAM}" explain-check > /dev/full`], {
    encoding: 'utf8',
  });
  expect(run.stderr).toMatch(/^charthouse: standard output cannot be written: .*no space left on the device/);
  expect(run.status).toBe(2);
});

test('nobody reading the output ends the run quietly', () => {
  const command = `"${process.execPath}" "${PROGRAM}" synth mindflow --preview alice | head -1`;
  const run = spawnSync('bash', ['-o', 'pipefail', '-c', command], { cwd: path('.'), encoding: 'utf8' });
  expect(run.stderr.replace(/^namespace .*\n/, '')).toBe('');
  expect(run.status).toBe(0);
});

test('infos are counted, and told when they are asked for', () => {
  const brief = charthouse(['check', 'spywatcher', 'staging']).stdout;
  expect(brief).toMatch(/^\d+ infos[^\n]*; --infos tells the infos\n$/);
  expect(charthouse(['check', 'spywatcher', 'staging', '--infos']).stdout).toContain(' info ');
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s ends a run that leaves nothing behind', async (signal) => {
  mkdirSync(path('dist'));
  const run = spawn(process.execPath, [PROGRAM, 'synth'], { cwd: path('.') });
  const ended = new Promise((done) => run.on('exit', (_, by) => done(by)));
  // The first folder appears long before the last.
  while (readdirSync(path('dist')).length === 0) await new Promise((done) => setTimeout(done, 5));
  run.kill(signal);
  expect(await ended).toBe(signal);
  expect(readdirSync(path('dist'))).toEqual([]);
});
