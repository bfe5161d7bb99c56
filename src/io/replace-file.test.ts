import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { replaceFile } from './replace-file.ts';

let root = '';
let file = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'charthouse-replace-'));
  file = join(root, 'production.yaml');
  writeFileSync(file, 'old');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const replace = (path = file, within = root) =>
  replaceFile(within, path, Buffer.from('old'), Buffer.from('new'));

test('the file has the new content and its old mode, and nothing is left beside it', () => {
  chmodSync(file, 0o640);
  expect(replace()).toBeUndefined();
  expect(readFileSync(file, 'utf8')).toBe('new');
  expect(statSync(file).mode & 0o777).toBe(0o640);
  expect(readdirSync(root)).toEqual(['production.yaml']);
});

test('a link stays one, and what it leads to is written', () => {
  mkdirSync(join(root, 'shop'));
  const link = join(root, 'shop', 'production.yaml');
  symlinkSync(file, link);
  expect(replace(link)).toBeUndefined();
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(readFileSync(file, 'utf8')).toBe('new');
});

test('a link out of the folder is not followed', () => {
  mkdirSync(join(root, 'shop'));
  const link = join(root, 'shop', 'production.yaml');
  symlinkSync(file, link);
  expect(replace(link, join(root, 'shop'))).toContain('outside');
  expect(readFileSync(file, 'utf8')).toBe('old');
});

test('a file that was changed since it was read stays as it is', () => {
  writeFileSync(file, 'edited meanwhile');
  expect(replace()).toContain('was changed by someone else meanwhile');
  expect(readFileSync(file, 'utf8')).toBe('edited meanwhile');
  expect(readdirSync(root)).toEqual(['production.yaml']);
});

test('a file that another run is writing stays as it is, and so does the other run', () => {
  writeFileSync(join(root, '.production.yaml.new'), 'of another run');
  expect(replace()).toContain('another run is writing');
  expect(readFileSync(file, 'utf8')).toBe('old');
  expect(readFileSync(join(root, '.production.yaml.new'), 'utf8')).toBe('of another run');
});
