import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

// The build is plain JavaScript, so that nothing has to run before it.
interface Build {
  readonly built: (root: string, bundle: (folder: string) => Promise<void>) => Promise<string>;
}
const { built } = (await import(new URL('built.mjs', import.meta.url).href)) as Build;

let root = '';
let bundles = 0;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'charthouse-built-'));
  bundles = 0;
  for (const folder of ['charts', 'choices', 'imports', 'monitoring', 'providers', 'resources'])
    mkdirSync(join(root, folder));
  write('src/cli/main.ts', 'one');
  write('package-lock.json', '{}');
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** Bundles what `src/cli/main.ts` holds. */
async function bundle(folder: string): Promise<void> {
  bundles += 1;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'charthouse.js'), readFileSync(join(root, 'src/cli/main.ts')));
}

const programs = () => readdirSync(join(root, 'build')).filter((name) => !name.includes('.'));

test('nothing is bundled a second time', async () => {
  const program = await built(root, bundle);
  expect(readFileSync(program, 'utf8')).toBe('one');
  expect(await built(root, bundle)).toBe(program);
  expect(bundles).toBe(1);
  expect(readFileSync(join(root, 'build/charthouse.js'), 'utf8')).toContain(programs()[0]);
});

test.each(['src/cli/main.ts', 'charts/new.ts', 'scripts/bundle.mjs', 'package-lock.json'])(
  'a change of %s is bundled, and going back to what was is not',
  async (path) => {
    const before = existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined;
    const first = await built(root, bundle);
    write(path, 'two');
    const second = await built(root, bundle);
    expect(second).not.toBe(first);
    if (before === undefined) rmSync(join(root, path));
    else write(path, before);
    expect(await built(root, bundle)).toBe(first);
    expect(bundles).toBe(2);
  },
);

test('tests are no part of it', async () => {
  const program = await built(root, bundle);
  write('src/cli/main.test.ts', 'expect(1).toBe(1);');
  expect(await built(root, bundle)).toBe(program);
});

test('a build that is interrupted is no build', async () => {
  const interrupted = async (folder: string) => {
    await bundle(folder);
    throw new Error('interrupted');
  };
  await expect(built(root, interrupted)).rejects.toThrow('interrupted');
  expect(programs()).toEqual([]);
  expect(readFileSync(await built(root, bundle), 'utf8')).toBe('one');
});

test('two at once end well', async () => {
  const [one, other] = await Promise.all([built(root, bundle), built(root, bundle)]);
  expect(one).toBe(other);
  expect(programs()).toHaveLength(1);
});

test('what somebody may be running stays, and of older builds the last few', async () => {
  for (const text of ['1', '2', '3', '4', '5', '6']) {
    write('src/cli/main.ts', text);
    await built(root, bundle);
  }
  expect(programs()).toHaveLength(6);
  for (const name of programs()) utimesSync(join(root, 'build', name), 0, 0);
  await built(root, bundle);
  expect(programs()).toHaveLength(4);
});
