import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readYaml } from '../src/yaml/read.ts';
import { PROGRAM } from './cli/workspace.ts';

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
}

interface Workflow {
  readonly name: string;
  readonly on: unknown;
  readonly permissions: unknown;
  readonly jobs: Readonly<
    Record<string, { readonly 'timeout-minutes': number; readonly steps: readonly Step[] }>
  >;
}

const FOLDER = 'docs/examples/workflows';
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const workflows = readdirSync(FOLDER).map((file) => {
  const workflow = readYaml(readFileSync(join(FOLDER, file), 'utf8')) as Workflow;
  return { file, workflow, steps: Object.values(workflow.jobs).flatMap((job) => job.steps) };
});

test('there are two', () => {
  expect(workflows.map(({ file }) => file).sort()).toEqual(['release.yml', 'review.yml']);
});

test.each(workflows)(
  '$file is a workflow with bounded jobs and rights, and actions of a stated version',
  ({ workflow, steps }) => {
    expect(workflow.on).toBeTypeOf('object');
    expect(workflow.permissions).toBeTypeOf('object');
    for (const job of Object.values(workflow.jobs)) expect(job['timeout-minutes']).toBeGreaterThan(0);
    for (const { uses, run } of steps) {
      expect([uses, run].filter((part) => part !== undefined)).toHaveLength(1);
      if (uses !== undefined) expect(uses).toMatch(/^[\w-]+\/[\w-]+@v\d+$/);
    }
  },
);

test.each(workflows)('$file puts nothing that others write into a script', ({ steps }) => {
  for (const { run = '' } of steps) expect(run).not.toContain('${{');
});

test.each(workflows)(
  '$file has scripts that a shell can read, and uses only commands that exist',
  ({ steps }) => {
    const commands = steps.flatMap(({ run = '' }) => run.split('\n').map((line) => line.trim()));
    for (const { run } of steps) {
      if (run === undefined) continue;
      const shell = spawnSync('bash', ['-n'], { input: run, encoding: 'utf8' });
      expect(shell.stderr).toBe('');
    }
    for (const line of commands) {
      const [, script] = /^npm run ([\w-]+)/.exec(line) ?? [];
      if (script !== undefined) expect(Object.keys(scripts)).toContain(script);
    }
    const ours = commands.filter((line) => line.startsWith('node build/charthouse.js '));
    expect(ours.length).toBeGreaterThan(0);
    for (const line of ours) assertExists(line.split(' ').slice(2));
  },
);

/** Asks the program itself for the help of a command, and looks the options up in it. */
function assertExists(words: readonly string[]): void {
  const names = words[0] === 'set' ? words.slice(0, 2) : words.slice(0, 1);
  const help = spawnSync(process.execPath, [PROGRAM, ...names, '--help'], { encoding: 'utf8' });
  expect(help.status, help.stderr).toBe(0);
  expect(help.stdout).toContain(`charthouse ${names.join(' ')}`);
  for (const option of words.filter((word) => word.startsWith('--'))) expect(help.stdout).toContain(option);
}
