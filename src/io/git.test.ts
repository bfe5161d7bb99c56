import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commitsOf, contentsAt, isShallow, resolveCommit, trackedFile } from './git.ts';

let root = '';
const path = (name: string) => join(root, 'sub folder', 'Größe', name);
const git = (...args: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=Shop', '-c', 'user.email=shop@shop.example', ...args], { cwd: root });

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'charthouse-git-'));
  git('init', '--quiet');
  mkdirSync(path('.'), { recursive: true });
  for (const [index, text] of ['', 'one\n', 'two\n\nwith an empty line and no end'].entries()) {
    writeFileSync(path('a [b]*.yaml'), text);
    writeFileSync(join(root, `other-${index}`), '');
    git('add', '--all');
    git('commit', '--quiet', '--message', 'commit');
  }
  symlinkSync(path('a [b]*.yaml'), path('link.yaml'));
});
afterAll(() => rmSync(root, { recursive: true }));

const textsOf = (name: string) => {
  const file = trackedFile(path(name));
  const commits = commitsOf([file], resolveCommit(file, 'HEAD'));
  const contents = contentsAt(commits.map(({ id }) => ({ file, commit: id })));
  return contents.map((bytes) => bytes && Buffer.from(bytes).toString());
};

test('the contents of a file at each commit that changed it, newest first, whatever its path looks like', () => {
  expect(textsOf('a [b]*.yaml')).toEqual(['two\n\nwith an empty line and no end', 'one\n', '']);
});

test('the history of a link is that of what it leads to', () => {
  expect(textsOf('link.yaml')).toEqual(textsOf('a [b]*.yaml'));
});

test('a file that no commit has has no content and no commits, between others that have', () => {
  const file = trackedFile(path('a [b]*.yaml'));
  const commit = resolveCommit(file, 'HEAD');
  const absent = { ...file, path: 'nowhere.yaml' };
  const [nothing, something] = contentsAt([absent, file].map((one) => ({ file: one, commit })));
  expect(nothing).toBeUndefined();
  expect(something?.length).toBe(34);
  expect(commitsOf([absent], commit)).toEqual([]);
  expect(isShallow(file)).toBe(false);
});

test.each(['nowhere', '--all', ''])('%j is no commit', (name) => {
  const file = trackedFile(path('a [b]*.yaml'));
  expect(() => resolveCommit(file, name)).toThrow(`there is no commit ${name}`);
});
