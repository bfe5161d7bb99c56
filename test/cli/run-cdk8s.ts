import { spawnSync } from 'node:child_process';
import { existsSync, symlinkSync } from 'node:fs';
import { resolve } from 'node:path';

const PROJECT = ['cdk8s.yaml', 'cdk8s-validation.cjs', 'main.ts', 'package.json', 'tsconfig.json'];
const FOLDERS = [
  'src',
  'charts',
  'choices',
  'imports',
  'monitoring',
  'providers',
  'resources',
  'node_modules',
];

/** Runs `npx cdk8s synth` in a workspace, which gets what of the project it needs; without its look for a newer version. */
export function runCdk8sSynth(path: (relative: string) => string, args: readonly string[] = []) {
  const missing = [...PROJECT, ...FOLDERS].filter((name) => !existsSync(path(name)));
  for (const name of missing) symlinkSync(resolve(name), path(name));
  const options = { cwd: path('.'), encoding: 'utf8' } as const;
  return spawnSync('npx', ['cdk8s', 'synth', '--check-upgrade=false', ...args], options);
}
