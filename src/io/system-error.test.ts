import { readFileSync, renameSync, rmdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeError } from '../cli/describe-error.ts';
import { isSystemError, systemErrorText } from './system-error.ts';

const refusal = (step: () => unknown): string => {
  try {
    step();
  } catch (error) {
    if (isSystemError(error)) return systemErrorText(error);
  }
  throw new Error('expected the operating system to refuse it');
};

test.each([
  [
    'a file as a folder',
    () => readFileSync('package.json/x'),
    /^package.json\/x: a file is where a folder has to be \(ENOTDIR\); /,
  ],
  ['a folder as a file', () => readFileSync('src'), /^read: a folder is where a file has to be \(EISDIR\); /],
  ['what is not there', () => readFileSync('gone'), /^gone: no such file or folder \(ENOENT\); /],
  [
    'a long name',
    () => readFileSync('a'.repeat(300)),
    /^a{300}: the name is too long for this file system \(ENAMETOOLONG\); /,
  ],
  ['a folder that holds something', () => rmdirSync('src'), /^src: something is in it \(ENOTEMPTY\); /],
  ['two paths', () => renameSync('gone', 'src/gone'), /^gone to src\/gone: no such file/],
])('%s is told with its path and what to do', (_, step, message) => {
  expect(refusal(step)).toMatch(message);
});

const refused = (code: string, path?: string) =>
  Object.assign(new Error(`${code}: some words`), { code, syscall: 'open', path });

test.each(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ELOOP', 'EMFILE', 'ENFILE', 'EBUSY', 'EIO'])(
  '%s is no fault of ours: it has no stack',
  (code) => {
    const text = describeError(refused(code, 'dist/helm/shop/Chart.yaml'));
    expect(text).toMatch(new RegExp(`^charthouse: dist/helm/shop/Chart.yaml: .+ \\(${code}\\); [^\\n]+$`));
  },
);

test('where new content waits is told as where it goes', () => {
  const error = refused('ENOSPC', 'dist/manifests/shop/.dev.new-1234.charthouse/web.yaml');
  expect(systemErrorText(error as never)).toMatch(/^dist\/manifests\/shop\/dev\/web.yaml: no space left/);
});

test('a fault of ours keeps its stack', () => {
  expect(describeError(new Error('x'))).toContain('fault of its own:\nError: x\n    at ');
});
