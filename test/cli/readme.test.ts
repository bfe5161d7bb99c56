import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checks } from '../../src/checks/checks.ts';
import { readYaml } from '../../src/yaml/read.ts';
import { useWorkspace } from './workspace.ts';

const README = readFileSync('README.md', 'utf8');
const { edit, charthouse } = useWorkspace();

/** The code block of the README that has a text. */
function blockWith(text: string): string {
  const blocks = README.match(/```\w+\n[\s\S]*?```/g) ?? [];
  const found = blocks.filter((block) => block.includes(text));
  expect(found, text).toHaveLength(1);
  return (found[0] as string).replace(/^```\w+\n|```$/g, '');
}

test('the three mistakes of the README are told as it shows', () => {
  edit('platform.yaml', '${events.arn}', '${event.arn}');
  edit('production.yaml', '{min: 4, max: 20}', '{min: 4, maks: 20}');
  edit('production.yaml', '  command-service: {scaling', '  comand-service: {scaling');
  expect(charthouse(['synth']).stderr).toBe(blockWith('comand-service'));
});

test('so is the token in an env', () => {
  const token = 'GITHUB_TOKEN: ghp_abcdefghijklmnopqrstuvwxyz0123456789';
  edit('platform.yaml', '      CACHE_URL_FILE:', `      ${token}\n      CACHE_URL_FILE:`);
  const run = charthouse(['synth']);
  expect(run.status, run.stderr).toBe(1);
  // What follows tells how long it took.
  expect(run.stderr.replace(/\n\d+ errors: [\s\S]*/, '')).toBe(blockWith('tokens-absent'));
});

test('the service it shows whole is the one of the input', () => {
  const shown = readYaml(blockWith('summary: Write path'));
  const { services } = readYaml(readFileSync('environments/mindflow/platform.yaml', 'utf8')) as {
    services: Record<string, unknown>;
  };
  expect(shown).toEqual({ 'command-service': services['command-service'] });
});

test('there are more checks than it says', () => {
  const [, count] = /more than (\d+) checks/.exec(README) ?? [];
  expect(checks.length).toBeGreaterThan(Number(count));
});

test('no code names a platform', () => {
  const names = new RegExp(readdirSync('environments').join('|'), 'i');
  const files = ['charts', 'choices', 'imports', 'monitoring', 'providers', 'resources', 'src'].flatMap(
    (folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  );
  const code = files.filter((path) => path.endsWith('.ts'));
  expect(code.length).toBeGreaterThan(500);
  expect(code.filter((path) => names.test(readFileSync(path, 'utf8')))).toEqual([]);
});
