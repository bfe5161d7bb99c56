import { beforeEach, describe, expect, test } from 'vitest';
import { makeShopRepository, type ShopRepository } from './shop-repository.ts';
import { useWorkspace } from './workspace.ts';

const workspace = useWorkspace();
const { charthouse, path } = workspace;
let shop: ShopRepository;
beforeEach(() => {
  shop = makeShopRepository(workspace);
});

const rollback = (...args: readonly string[]) => charthouse(['rollback', 'shop', 'production', ...args]);
const release = (...images: readonly string[]) => {
  charthouse(['set', 'image', 'shop', 'production', ...images]);
  shop.commit(`release ${images.join(' ')}`);
};

describe('charthouse rollback', () => {
  test('brings back what the last change of images changed, whatever else was changed since', () => {
    release('orders=0d9b771');
    const before = shop.read('production');
    release('api=4a5b6c7');
    workspace.change('environments/shop/production.yaml', 'domain: shop.example', 'domain: shop2.example');
    shop.commit('another domain');
    const shown = rollback();
    expect(shown.status, shown.stderr).toBe(1);
    expect(shown.stdout).toMatch(
      /^image +now +back to +as in\napi +4a5b6c7 +3f2c1ab +[0-9a-f]{9} of 20\d\d-\d\d-\d\d\n/,
    );
    expect(rollback('--yes').status).toBe(0);
    expect(shop.read('production')).toBe(before.replace('domain: shop.example', 'domain: shop2.example'));
  });

  test('brings back one service, though it was not the last to change', () => {
    release('orders=0d9b771');
    release('api=4a5b6c7');
    rollback('orders', '--yes');
    expect(shop.read('production')).toMatch(/api: \{tag: 4a5b6c7\}.*\n.*orders: \{tag: 91c4e07\}/);
  });

  test('takes back an edit that was not committed first', () => {
    release('api=4a5b6c7');
    charthouse(['set', 'image', 'shop', 'production', 'api=bad0bad']);
    rollback('--yes');
    expect(shop.read('production')).toContain('api: {tag: 4a5b6c7}');
  });

  test('goes to the state of a commit', () => {
    shop.git('tag', 'v1');
    release('api=4a5b6c7', 'orders=0d9b771');
    release('api=7c8d9e0');
    rollback('--to', 'v1', '--yes');
    expect(shop.read('production')).toMatch(/api: \{tag: 3f2c1ab\}.*\n.*orders: \{tag: 91c4e07\}/);
    expect(rollback('--to', 'v1').stdout).toBe('production has these versions already\n');
  });

  test('counts a merge as one change: what its branch tried in between never ran', () => {
    shop.git('switch', '--quiet', '--create', 'feature');
    release('api=badbad1');
    release('api=4a5b6c7');
    shop.git('switch', '--quiet', 'main');
    shop.git('merge', '--quiet', '--no-ff', '--message', 'merge', 'feature');
    expect(rollback().stdout).toMatch(/api +4a5b6c7 +3f2c1ab/);
  });

  test('leaves out revisions that no program could read', () => {
    shop.write('production', 'images: {api: {tag: badbad1}\n');
    shop.commit('broken');
    shop.git('revert', '--no-edit', 'HEAD');
    release('api=4a5b6c7');
    expect(rollback().stdout).toMatch(/api +4a5b6c7 +3f2c1ab/);
  });

  test('refuses a state that is not in the history of the branch', () => {
    shop.git('switch', '--quiet', '--create', 'feature');
    release('api=badbad1');
    shop.git('switch', '--quiet', 'main');
    const run = rollback('--to', 'feature', '--yes');
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('production never ran api badbad1');
  });

  test('says so when there is nothing to go back to, and that a clone is shallow', () => {
    expect(rollback().stderr).toContain('no image had another version in production before');
    expect(rollback('api').stderr).toContain('none of api had another version in production before');
    release('api=4a5b6c7');
    shop.git('clone', '--quiet', '--depth', '1', `file://${path('.')}`, 'shallow');
    const run = charthouse(['rollback', 'shop', 'production', '--input', 'shallow/environments']);
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('this clone is shallow: git fetch --unshallow');
  });

  test.each([
    [['--to', 'nowhere'], 'there is no commit nowhere'],
    [['--to', '--help-me'], 'there is no commit --help-me'],
    [['apy'], 'no service apy in shop/production; did you mean api?'],
  ])('%s exits 2', (args, message) => {
    const run = rollback(...args);
    expect(run.stderr).toContain(message);
    expect(run.status).toBe(2);
  });
});
