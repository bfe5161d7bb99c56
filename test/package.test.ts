import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };

test('the package is the bundled program alone, and installs nothing else', () => {
  execFileSync(process.execPath, ['scripts/build.mjs']);
  const told = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { encoding: 'utf8' });
  const [packed] = JSON.parse(told) as readonly Packed[];
  const paths = packed?.files.map(({ path }) => path) ?? [];
  expect(manifest).not.toHaveProperty('dependencies');
  expect(paths).toContain('build/charthouse.js');
  const builds = new Set(paths.map((path) => /^build\/[^/]+\//.exec(path)?.[0]));
  builds.delete(undefined);
  expect(builds.size, 'builds that are packed').toBe(1);
  expect(paths.filter((path) => !path.startsWith('build/'))).toEqual([
    'LICENSE',
    'README.md',
    'package.json',
  ]);
  expect(packed?.unpackedSize).toBeLessThan(12_000_000);
});

interface Packed {
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}
