import { spawnSync } from 'node:child_process';
import { renameSync, rmSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { makeShopRepository, type ShopRepository } from './shop-repository.ts';
import { PROGRAM, useWorkspace } from './workspace.ts';

const workspace = useWorkspace();
const { charthouse, path } = workspace;
let shop: ShopRepository;
beforeEach(() => {
  shop = makeShopRepository(workspace);
});

const promote = (...args: readonly string[]) =>
  charthouse(['promote', 'shop', 'staging', 'production', ...args]);
const setStaging = (...images: readonly string[]) =>
  charthouse(['set', 'image', 'shop', 'staging', ...images]);

describe('charthouse promote', () => {
  test('shows what would change and exits 1; writes it with --yes', () => {
    setStaging('api=4a5b6c7');
    shop.commit('api in staging');
    const before = shop.read('production');
    const shown = promote();
    expect(shown.status, shown.stderr).toBe(1);
    expect(shown.stdout).toMatch(/^image +production now +from staging\napi +3f2c1ab +4a5b6c7\n--- a/);
    expect(shown.stderr).toContain('--yes writes it');
    expect(shop.read('production')).toBe(before);
    expect(promote('--yes').status).toBe(0);
    expect(shop.read('production')).toBe(before.replace('3f2c1ab', '4a5b6c7'));
    expect(promote().stdout).toBe('production has the versions of staging already\n');
    expect(promote().status).toBe(0);
  });

  // The terminal of util-linux; other systems have a program of that name with other options.
  const hasTerminal = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux');
  test.runIf(hasTerminal)('asks a person at a terminal, and takes yes alone for a yes', () => {
    setStaging('api=4a5b6c7');
    shop.commit('api in staging');
    const answer = (input: string) => {
      const command = `"${process.execPath}" "${PROGRAM}" promote shop staging production`;
      const run = spawnSync('script', ['-qec', command, '/dev/null'], {
        cwd: path('.'),
        input,
        encoding: 'utf8',
      });
      expect(run.stdout).toContain('write environments/shop/production.yaml? [y/N]');
      return run.status;
    };
    expect([answer('n\n'), answer('\n'), answer('\u0004')]).toEqual([1, 1, 1]);
    expect(shop.read('production')).toContain('3f2c1ab');
    expect(answer('y\n')).toBe(0);
    expect(shop.read('production')).toContain('4a5b6c7');
  });

  test('takes the services that are named', () => {
    setStaging('api=4a5b6c7', 'orders=0d9b771');
    shop.commit('both');
    promote('orders', '--yes');
    expect(shop.read('production')).toContain('api: {tag: 3f2c1ab}');
    expect(shop.read('production')).toContain('orders: {tag: 0d9b771}');
  });

  test('refuses what was never committed', () => {
    setStaging('api=4a5b6c7');
    const run = promote('--yes');
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('staging never ran api 4a5b6c7');
    expect(shop.read('production')).toContain('3f2c1ab');
  });

  test('refuses what is committed, but not on the branch that is deployed', () => {
    shop.git('switch', '--quiet', '--create', 'feature');
    setStaging('api=4a5b6c7');
    shop.commit('api in staging');
    expect(promote().status).toBe(1);
    const run = promote('--yes', '--branch', 'main');
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('staging never ran api 4a5b6c7');
  });

  test('takes a version back to which staging went without a commit, as it ran before', () => {
    setStaging('api=4a5b6c7');
    shop.commit('api in staging');
    promote('--yes');
    shop.commit('and in production');
    setStaging('api=3f2c1ab');
    expect(promote('--yes').status).toBe(0);
  });

  test('tells what only one environment has', () => {
    workspace.change(
      'environments/shop/platform.yaml',
      'uses: {payments: {}}',
      'uses: {payments: {}}\n    variants: {canary: null}',
    );
    const canary = 'services: {orders: {variants: {canary: {weight: 5, scaling: {min: 1, max: 1}}}}}\n';
    shop.write(
      'staging',
      `${shop.read('staging').replace('{tag: 91c4e07}', '{tag: 91c4e07, variants: {canary: {tag: 5be7d13}}}')}${canary}`,
    );
    shop.commit('a canary in staging');
    const run = promote();
    expect(run.stderr).toContain('left out, only in staging: orders/canary');
    expect(run.status).toBe(0);
    expect(promote('orders/canary').stderr).toContain('no variant canary in both staging and production');
  });

  test('says that it cannot tell outside a repository, and without git', () => {
    setStaging('api=4a5b6c7');
    const withoutGit = charthouse(['promote', 'shop', 'staging', 'production'], { PATH: '' });
    expect(withoutGit.stderr).toContain('cannot tell what staging ran: there is no git on PATH');
    renameSync(path('.git'), path('git'));
    const run = charthouse(['promote', 'shop', 'staging', 'production'], {
      GIT_CEILING_DIRECTORIES: path('..'),
    });
    expect(run.status).toBe(2);
    expect(run.stderr).toMatch(
      /cannot tell what staging ran: fatal: not a git repository.*charthouse set image/s,
    );
  });

  test('names what is misspelt', () => {
    expect(charthouse(['promote', 'shop', 'stagin', 'production']).stderr).toContain('did you mean staging?');
    expect(promote('apy').stderr).toContain(
      'no service apy in both staging and production; did you mean api?',
    );
    expect(charthouse(['promote', 'shop', 'staging', 'staging']).status).toBe(2);
    rmSync(path('environments/shop/platform.yaml'));
    expect(promote().stderr).toContain('has no platform.yaml');
  });
});
