import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { outputs } from './outputs.ts';

test('every folder here is an output, registered under its name', () => {
  const folders = readdirSync('src/outputs', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.length).toBeGreaterThanOrEqual(5);
  expect(outputs.map(({ name }) => name).sort()).toEqual(folders.map(({ name }) => name).sort());
});

test.each(outputs)('$name says in one line what it is', ({ name, summary }) => {
  expect(summary).toMatch(/^[^\n]{10,90}$/);
  expect(readFileSync('docs/output.md', 'utf8')).toContain(`dist/${name}`);
});

test('npm run new:output makes one folder and one line of the registry, and it renders', () => {
  const root = mkdtempSync(join(tmpdir(), 'charthouse-output-'));
  try {
    for (const folder of ROOMS.filter((name) => existsSync(name)))
      cpSync(folder, join(root, folder), { recursive: true });
    symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
    const before = readFileSync(join(root, 'src/outputs/index.ts'), 'utf8').split('\n');
    run(root, 'scripts/new-output.ts', 'port-list');
    const after = readFileSync(join(root, 'src/outputs/index.ts'), 'utf8').split('\n');
    expect(after.filter((line) => !before.includes(line))).toEqual([
      "export { portList } from './port-list/output.ts';",
    ]);
    expect(readdirSync(join(root, 'src/outputs/port-list'))).toEqual([
      'output.ts',
      'render.test.ts',
      'render.ts',
    ]);
    run(root, 'src/cli/main.ts', 'synth', '--only', 'port-list');
    const [platform = ''] = readdirSync('environments');
    const [name = ''] = readdirSync(join(root, 'dist/port-list', platform));
    const written = join(root, 'dist/port-list', platform, name, `${name}.yaml`);
    expect(readFileSync(written, 'utf8')).toBe(`name: ${name}\nplatform: ${platform}\n`);
  } finally {
    rmSync(root, { recursive: true });
  }
});

const ROOMS = [
  ...['charts', 'choices', 'environments', 'imports', 'monitoring', 'package.json', 'providers'],
  ...['resources', 'scripts', 'src', 'tsconfig.json'],
];

function run(root: string, ...args: readonly string[]): string {
  return execFileSync(process.execPath, ['--import', 'tsx', ...args], { cwd: root, encoding: 'utf8' });
}
