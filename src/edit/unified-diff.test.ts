import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unifiedDiff } from './unified-diff.ts';

const alphabet = (letters: string) => [...letters].map((letter) => `${letter}\n`).join('');

test.each([
  ['nothing', 'a\nb\n', 'a\nb\n', ''],
  ['a line', alphabet('abcdefgh'), alphabet('abcdXfgh'), '@@ -2,7 +2,7 @@\n b\n c\n d\n-e\n+X\n f\n g\n h\n'],
  ['a first line', 'a\n', 'x\na\n', '@@ -1,1 +1,2 @@\n+x\n a\n'],
  ['all there is', '', 'a\n', '@@ -0,0 +1,1 @@\n+a\n'],
  [
    'a last line without its end',
    'a\nb',
    'a\nc',
    '@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n',
  ],
  ['line ends of Windows', 'a\r\nb\r\n', 'a\r\nc\r\n', '@@ -1,2 +1,2 @@\n a\r\n-b\r\n+c\r\n'],
])('%s', (_, before, after, hunks) => {
  const header = hunks === '' ? '' : '--- a/shop.yaml\n+++ b/shop.yaml\n';
  expect(unifiedDiff('shop.yaml', before, after)).toBe(header + hunks);
});

test('places far apart get hunks of their own', () => {
  const after = alphabet('XbcdefghijklmnopqrstuvwxyZ');
  expect(unifiedDiff('a', alphabet('abcdefghijklmnopqrstuvwxyz'), after).match(/^@@/gm)).toHaveLength(2);
});

test('git applies every difference', () => {
  const folder = mkdtempSync(join(tmpdir(), 'charthouse-diff-'));
  const lines = fc.array(fc.constantFrom('a\n', 'b\n', 'c\n', '\n', 'd\r\n'), { maxLength: 30 });
  const text = fc.tuple(lines, fc.constantFrom('', 'end')).map(([all, end]) => all.join('') + end);
  try {
    fc.assert(
      fc.property(text, text, (before, after) => {
        fc.pre(before !== '' && after !== '' && before !== after);
        writeFileSync(join(folder, 'shop.yaml'), before);
        const input = unifiedDiff('shop.yaml', before, after);
        const run = spawnSync('git', ['apply', '--whitespace=nowarn', '-'], {
          cwd: folder,
          input,
          encoding: 'utf8',
        });
        expect(run.status, run.stderr).toBe(0);
        expect(readFileSync(join(folder, 'shop.yaml'), 'utf8')).toBe(after);
      }),
      { numRuns: 100 },
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
