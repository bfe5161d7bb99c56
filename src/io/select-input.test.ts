import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
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
  ['a path of a platform', { platform: 'input/shop/' }, 'no platform input/shop/; did you mean shop?'],
  [
    'a platform and its environment in one',
    { platform: 'shop/staging' },
    'say its parts one by one: shop staging',
  ],
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
  expect(() => selectInput(join(root, 'shop'), {})).toThrow(`say --input ${root}, and shop as the platform`);
});

test('a folder without YAML is told and not left out', () => {
  const other = mkdtempSync(join(tmpdir(), 'charthouse-input-'));
  mkdirSync(join(other, 'shop'));
  expect(() => selectInput(other, {})).toThrow('shop holds no YAML file');
  rmSync(other, { recursive: true });
});

describe('links', () => {
  let linked = '';
  beforeEach(() => {
    linked = mkdtempSync(join(tmpdir(), 'charthouse-input-'));
    mkdirSync(join(linked, 'cafe'));
    symlinkSync(join(root, 'shop', 'platform.yaml'), join(linked, 'cafe', 'platform.yaml'));
  });
  afterEach(() => rmSync(linked, { recursive: true }));
  const all = () => selectInput(linked, {}).map(({ path }) => path.slice(linked.length + 1));

  test('to a platform and to a file are followed, and their names count', () => {
    symlinkSync(join(root, 'bank'), join(linked, 'bank'));
    symlinkSync(join(root, 'README.md'), join(linked, 'README.md'));
    const bank = ['platform.yaml', 'production.yaml', 'staging.yml'].map((name) => `bank/${name}`);
    expect(all()).toEqual([...bank, 'cafe/platform.yaml']);
    expect(selectInput(linked, { platform: 'cafe' })[0]?.bytes).toEqual(Buffer.from('# shop\n'));
  });

  test.each([
    ['bank', 'gone', 'bank is a link to gone, which is not there; mend or remove it'],
    ['bank', 'bank', 'bank is a link to bank, which leads back to it; mend or remove it'],
    ['cafe/dev.yaml', 'gone', 'cafe/dev.yaml is a link to gone, which is not there'],
    ['cafe/dev.yaml', '..', 'cafe/dev.yaml has the name of a file of the input, and is no file'],
  ])('%s to %s is told, and not left out', (name, target, message) => {
    symlinkSync(target, join(linked, name));
    expect(all).toThrow(message);
  });
});

test.each([
  ['dev.yaml', 'has the name of a file of the input, and is no file'],
  ['dev.YAML', 'is read only when its name ends in .yaml'],
])('a folder %s is told, and not left out', (name, message) => {
  const other = mkdtempSync(join(tmpdir(), 'charthouse-input-'));
  mkdirSync(join(other, 'shop', name), { recursive: true });
  expect(() => selectInput(other, {})).toThrow(message);
  rmSync(other, { recursive: true });
});
