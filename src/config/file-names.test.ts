import { expect, test } from 'vitest';
import type { InputFile } from '../model/input-file.ts';
import { loadEnvironments } from './load.ts';

const file = (folder: string, name: string, text: string): InputFile => ({
  path: `environments/${folder}/${name}`,
  folder,
  name,
  bytes: Buffer.from(text),
});

test.each([
  [
    'nul',
    'production',
    'environments/nul/platform.yaml:1:11 platform: `nul` is the name of a device on Windows',
  ],
  ['shop', 'com1', 'environments/shop/com1.yaml:1:14 environment: `com1` is the name of a device on Windows'],
])('a platform %s with an environment %s is refused', (platform, environment, message) => {
  const files = [
    file(platform, 'platform.yaml', `platform: ${platform}\n`),
    file(platform, `${environment}.yaml`, `environment: ${environment}\n`),
  ];
  expect(() => loadEnvironments(files, { today: '2026-11-21', checkNames: [] })).toThrow(message);
});
