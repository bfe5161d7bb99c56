import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { makeShopRepository, type ShopRepository } from './shop-repository.ts';
import { PROGRAM, useWorkspace } from './workspace.ts';

const workspace = useWorkspace();
const { charthouse, path } = workspace;
let shop: ShopRepository;
beforeEach(() => {
  shop = makeShopRepository(workspace);
});

const setImage = (...args: readonly string[]) => charthouse(['set', 'image', 'shop', ...args]);

describe('charthouse set image', () => {
  test('changes the lines of the images alone, and prints the difference that it makes', () => {
    const before = shop.read('production');
    const run = setImage('production', 'orders=1e3', 'api=4a5b6c7');
    expect(run.status, run.stderr).toBe(0);
    expect(shop.read('production')).toBe(before.replace('3f2c1ab', '4a5b6c7').replace('91c4e07', '"1e3"'));
    expect(run.stdout).toContain(
      '-  api: {tag: 3f2c1ab}    # the API\n-  orders: {tag: 91c4e07}\n+  api: {tag: 4a5b6c7}    # the API\n',
    );
    expect(run.stderr).toContain('next: charthouse synth shop');
    const after = shop.read('production');
    shop.write('production', before);
    writeFileSync(path('edit.diff'), run.stdout.slice(run.stdout.indexOf('--- a/')));
    shop.git('apply', 'edit.diff');
    expect(shop.read('production')).toBe(after);
  });

  test('renders what was set', () => {
    setImage('production', `api=v2@sha256:${'ab'.repeat(32)}`);
    expect(charthouse(['synth', 'shop', 'production']).status).toBe(0);
    expect(charthouse(['synth', 'shop', 'production', '--check']).status).toBe(0);
  });

  test('says what has the version already, and writes nothing then', () => {
    const run = setImage('production', 'api=3f2c1ab');
    expect(run.status).toBe(0);
    expect(run.stdout).toBe('api: 3f2c1ab, unchanged\n');
    expect(run.stderr).toBe('');
  });

  test('writes nothing with --dry-run', () => {
    const run = setImage('production', 'api=4a5b6c7', '--dry-run');
    expect(run.status).toBe(0);
    expect(run.stdout).toContain('+  api: {tag: 4a5b6c7}');
    expect(shop.git('status', '--short')).toBe('');
  });

  test('writes nothing when the input has a problem, there or in another environment', () => {
    workspace.change('environments/shop/staging.yaml', 'domain:', 'domian:');
    const run = setImage('production', 'api=4a5b6c7');
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('environments/shop/staging.yaml:3:1 domian: unknown key');
    expect(run.stderr).toContain('nothing was written');
    expect(shop.read('production')).toContain('3f2c1ab');
  });

  test.each([
    [['prodution', 'api=1a'], 'no environment prodution; did you mean production?'],
    [
      ['production', 'apy=1a', 'ordres=1b'],
      /no service apy .*did you mean api\?\n.*no service ordres .*orders\?/,
    ],
    [['production', 'api/canary=1a'], 'api has no variant canary in shop/production; there is none'],
    [['production', 'api=latest'], 'api=latest: expected an image tag other than latest'],
    [
      ['production', 'api=registry.example/shop/api:3f2c1ab'],
      'api=registry.example/shop/api:3f2c1ab: expected the tag alone: registry and name are in the input',
    ],
    [['production', 'api=@sha256:ab'], 'expected a digest'],
    [['production', 'api'], 'expected SERVICE=TAG'],
    [['production', 'api=1a', 'api=1b'], 'api is given two versions'],
    [['production'], "missing required argument 'images'"],
  ])('%s exits 2 and writes nothing', (args, message) => {
    const run = setImage(...args);
    expect(run.stderr).toMatch(message);
    expect(run.status).toBe(2);
    expect(shop.git('status', '--short')).toBe('');
  });

  test('of runs at the same time none undoes another: each is in the file, or says that it is not', async () => {
    const images = ['api=c0ffee1', 'orders=c0ffee2', 'api=c0ffee3', 'orders=c0ffee4'];
    const statuses = await Promise.all(
      images.map(
        (image) =>
          new Promise<number | null>((done) => {
            const args = [PROGRAM, 'set', 'image', 'shop', 'production', image];
            spawn(process.execPath, args, { cwd: path('.'), stdio: 'ignore' }).on('exit', done);
          }),
      ),
    );
    const written = images.filter((_, index) => statuses[index] === 0);
    expect(statuses.every((status) => status === 0 || status === 2)).toBe(true);
    expect(written.length).toBeGreaterThan(0);
    for (const service of ['api', 'orders']) {
      const versions = written
        .filter((image) => image.startsWith(service))
        .map((image) => image.split('=')[1]);
      const now = new RegExp(`${service}: \\{tag: (\\w+)\\}`).exec(shop.read('production'))?.[1];
      expect(versions.length === 0 ? ['3f2c1ab', '91c4e07'] : versions).toContain(now);
    }
  });
});
