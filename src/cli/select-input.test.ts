import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { selectInput } from './select-input.ts';

let root = '';

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'charthouse-input-'));
  for (const platform of ['shop', 'bank']) {
    mkdirSync(join(root, platform));
    for (const name of ['platform.yaml', 'production.yaml', 'staging.yml', 'notes.txt', '.hidden.yaml'])
      writeFileSync(join(root, platform, name), `# ${platform}\n`);
  }
  mkdirSync(join(root, '.git'));
  writeFileSync(join(root, 'README.md'), '');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const names = (selection: Parameters<typeof selectInput>[1]) =>
  selectInput(root, selection).map(({ folder, name }) => `${folder}/${name}`);

test('everything is every YAML file of every platform, by path; hidden and other files are left alone', () => {
  const files = ['platform.yaml', 'production.yaml', 'staging.yml'];
  expect(names({})).toEqual(['bank', 'shop'].flatMap((folder) => files.map((file) => `${folder}/${file}`)));
});

test('one environment is its file and that of the platform', () => {
  expect(names({ platform: 'shop', environment: 'staging' })).toEqual([
    'shop/platform.yaml',
    'shop/staging.yml',
  ]);
});

test.each([
  ['a misspelt platform', { platform: 'shpo' }, 'no platform shpo; did you mean shop?'],
  ['another platform', { platform: 'warehouse' }, 'no platform warehouse; there are: bank, shop'],
  ['a way out of the folder', { platform: '../shop' }, 'no platform ../shop; there are: bank, shop'],
  [
    'the platform file as an environment',
    { platform: 'shop', environment: 'platform' },
    'no environment platform',
  ],
])('%s is refused', (_, selection, message) => {
  expect(() => names(selection)).toThrow(message);
});

test('a root that is missing, is a file or holds nothing is refused', () => {
  expect(() => selectInput(join(root, 'nowhere'), {})).toThrow('no folder');
  expect(() => selectInput(join(root, 'README.md'), {})).toThrow('is not a folder');
  expect(() => selectInput(join(root, '.git'), {})).toThrow('holds no platform');
});

test('a folder without YAML, and a file that cannot be read, are told and not left out', () => {
  const other = mkdtempSync(join(tmpdir(), 'charthouse-input-'));
  mkdirSync(join(other, 'shop'));
  expect(() => selectInput(other, {})).toThrow('shop holds no YAML file');
  symlinkSync(other, join(other, 'shop', 'platform.yaml'));
  expect(() => selectInput(other, {})).toThrow('the input cannot be read: EISDIR');
  rmSync(other, { recursive: true });
});
