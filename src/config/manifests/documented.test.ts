import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { shopWith } from '../../../test/own-objects.ts';

test('the objects in docs/input.md are objects that the shop may have', () => {
  const docs = readFileSync('docs/input.md', 'utf8');
  const [, text] = /```yaml\n(# environments\/shop\/manifests\/mail\.yaml\n[^`]*)```/.exec(docs) ?? [];
  const [file] = shopWith({ 'manifests/mail.yaml': text ?? '' }).ownFiles;
  expect(file?.objects.map(({ object }) => object.metadata.name)).toEqual([
    'mail-templates',
    'shop-production-node-reader',
  ]);
  expect(file?.objects[0]?.object['data']).toEqual({
    'welcome.txt': 'Hello {{ .Name }}, welcome to shop.example. Your home is ${HOME}.\n',
  });
});
