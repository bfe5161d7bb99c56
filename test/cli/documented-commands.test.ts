import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentedCommands } from './documented-commands.ts';
import { PROGRAM } from './workspace.ts';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

/** Programs that need a cluster, or are somebody else's: their files have to be there. */
const OTHERS = new Set(['kubectl', 'helm', 'git', 'argocd', 'velero']);

/** Run by tests of their own, which take long; here only their options are looked at. */
const RUN_ELSEWHERE = new Set(['verify']);

/** Without a terminal these show what they would write, and exit 1. */
const ASK_FIRST = new Set(['promote', 'rollback']);

/** What a command is for `charthouse`; undefined for another program. */
function argumentsOf(words: readonly string[]): readonly string[] | undefined {
  const [first, second, third = '', ...rest] = words;
  if (first === 'charthouse') return words.slice(1);
  if (first === 'npx' && second === 'charthouse') return words.slice(2);
  if (first === 'node' && second === 'build/charthouse.js') return words.slice(2);
  if (first !== 'npm' || second !== 'run') return undefined;
  const [, own] = /node build\/charthouse\.js (.+)$/.exec(scripts[third] ?? '') ?? [];
  return own === undefined ? undefined : [...own.split(' '), ...rest.filter((word) => word !== '--')];
}

const all = [...new Map(documentedCommands().map((command) => [command.text, command])).values()];
const ours = all.flatMap(({ page, text, words }) => {
  const args = argumentsOf(words);
  return args === undefined ? [] : [{ page, text, args }];
});
/** Sentences name these without what they need. */
const BARE = new Set(['promote', 'rollback', 'set image']);

/** `NAME`, `[platform]` and `<service account>` stand for something, `...` for more; the program alone is named, not run. */
function isForm(args: readonly string[]): boolean {
  const hasPlaceholder = args.some((word) => /^[A-Z]+$|^[[<]|\.\.\.$|=\.\.\./.test(word));
  return args.length === 0 || hasPlaceholder || BARE.has(args.join(' ')) || RUN_ELSEWHERE.has(args[0] ?? '');
}

let folder = '';
const git = (...args: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@a.example', ...args], { cwd: folder });
const charthouse = (args: readonly string[]) =>
  spawnSync(process.execPath, [PROGRAM, ...args], { cwd: folder, encoding: 'utf8' });

/** A fresh clone in which a release was made: without one there is nothing to roll back to. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'charthouse-documented-'));
  for (const name of ['environments', 'dist', 'docs']) cpSync(name, join(folder, name), { recursive: true });
  const file = join(folder, 'environments/mindflow/production.yaml');
  const text = readFileSync(file, 'utf8');
  const before = text.replace(/(web-app: \{tag: )[0-9a-f]+/, '$10000abc');
  expect(before).not.toBe(text);
  git('init', '--quiet');
  for (const content of [before, text]) {
    writeFileSync(file, content);
    git('add', 'environments');
    git('commit', '--quiet', '--message', 'release');
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what pages tell people to run', () => {
  test.each(ours.filter(({ args }) => !isForm(args)))('$page: $text', ({ args }) => {
    const run = charthouse(args);
    git('checkout', '--quiet', '.');
    expect(run.status, run.stdout + run.stderr).toBe(ASK_FIRST.has(args[0] ?? '') ? 1 : 0);
  });

  test.each(ours.filter(({ args }) => isForm(args)))('$page: $text, with something in it', ({ args }) => {
    const command = args.filter((word) => /^[a-z-]+$/.test(word) && !word.startsWith('-'));
    const name = command[0] === 'set' ? command.slice(0, 2) : command.slice(0, 1);
    const help = charthouse([...name, '--help']);
    expect(help.status, help.stderr).toBe(0);
    for (const option of args.filter((word) => word.startsWith('--'))) expect(help.stdout).toContain(option);
  });

  test.each(all.filter(({ words }) => argumentsOf(words) === undefined))(
    '$page: $text, of another',
    ({ words }) => {
      const [program = '', second = '', third = ''] = words;
      for (const path of words.filter(
        (word) => /^(dist|docs|environments)\//.test(word) && !word.includes('<'),
      ))
        expect(existsSync(path), path).toBe(true);
      if (program === 'npm' && second === 'run') expect(Object.keys(scripts)).toContain(third);
      else if (program === 'npm') expect(['ci', 'test']).toContain(second);
      else if (program === 'npx') expect(words.slice(1, 3)).toEqual(['cdk8s', 'synth']);
      else expect(OTHERS).toContain(program);
    },
  );
});

test('there are as many as there were', () => {
  expect(ours.length).toBeGreaterThan(20);
  expect(all.length - ours.length).toBeGreaterThan(10);
});
