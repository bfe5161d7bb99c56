import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { shopWith } from '../../../test/own-objects.ts';
import { synthesize } from '../../synth/synthesize.ts';

const DOCS = readFileSync('docs/input.md', 'utf8');

test('the objects in docs/input.md are objects that the shop may have', () => {
  const [, text] = /```yaml\n(# environments\/shop\/manifests\/mail\.yaml\n[^`]*)```/.exec(DOCS) ?? [];
  const [file] = shopWith({ 'manifests/mail.yaml': text ?? '' }).ownFiles;
  expect(file?.objects.map(({ object }) => object.metadata.name)).toEqual([
    'mail-templates',
    'shop-production-node-reader',
  ]);
  expect(file?.objects[0]?.object['data']).toEqual({
    'welcome.txt': 'Hello {{ .Name }}, welcome to shop.example. Your home is ${HOME}.\n',
  });
});

test('the patches in docs/input.md are patches that the shop may have', () => {
  const [, text] = /```yaml\n# environments\/shop\/production\.yaml\n(patches:[^`]*)```/.exec(DOCS) ?? [];
  const base = readFileSync('src/config/cases/base/production.yaml', 'utf8');
  const manifests = [...synthesize(shopWith({ 'production.yaml': base + text }))];
  const patched = manifests.filter(({ object }) =>
    Object.keys(object.metadata.annotations ?? {}).some((key) => key.startsWith('charthouse.dev/patch-')),
  );
  expect(patched.map(({ object }) => object.kind).sort()).toEqual(['Deployment', 'Service']);
});
