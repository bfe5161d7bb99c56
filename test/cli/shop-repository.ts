import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { useWorkspace } from './workspace.ts';

/** What a test does with the shop in a git repository of its own. */
export interface ShopRepository {
  /** Runs git there and gives what it prints. */
  readonly git: (...args: readonly string[]) => string;
  /** Commits everything. */
  readonly commit: (message: string) => void;
  readonly read: (environment: string) => string;
  readonly write: (environment: string, text: string) => void;
}

/** Makes the workspace a git repository with the shop alone, in staging and production; both run the same images. */
export function makeShopRepository({ path }: ReturnType<typeof useWorkspace>): ShopRepository {
  rmSync(path('environments'), { recursive: true });
  mkdirSync(path('environments'));
  cpSync('src/config/cases/base', path('environments/shop'), { recursive: true });
  const fileOf = (environment: string) => path(`environments/shop/${environment}.yaml`);
  const read = (environment: string) => readFileSync(fileOf(environment), 'utf8');
  const write = (environment: string, text: string) => writeFileSync(fileOf(environment), text);
  const images = '# What runs.\nimages:\n  api: {tag: 3f2c1ab}    # the API\n  orders: {tag: 91c4e07}\n';
  write('production', read('production').replace(/images: .*\n/, images));
  const staging = read('production').replace('environment: production', 'environment: staging');
  write('staging', staging.replace('name: shop-production', 'name: shop-staging'));
  const git = (...args: readonly string[]) => {
    const identity = [
      '-c',
      'user.name=Shop',
      '-c',
      'user.email=shop@shop.example',
      '-c',
      'commit.gpgsign=false',
    ];
    const run = spawnSync('git', [...identity, ...args], { cwd: path('.'), encoding: 'utf8' });
    expect(run.status, run.stderr).toBe(0);
    return run.stdout;
  };
  const commit = (message: string) => {
    git('add', '--all');
    git('commit', '--quiet', '--message', message);
  };
  git('init', '--quiet', '--initial-branch', 'main');
  commit('start');
  return { git, commit, read, write };
}
