import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { editImages } from './edit-images.ts';
import { CONTEXT, DIGEST, fileOf } from './edited.fixture.ts';

const BASE = join(import.meta.dirname, '../config/cases/base');
const read = (name: string) => readFileSync(join(BASE, name), 'utf8');
const IMAGES = /images: .*\n/;

/** The shop's production with an image, with the platform saying something about images as well. */
function edited(own: string, shared: string, wanted: Readonly<Record<string, string>>): string {
  const platform = fileOf(`${read('platform.yaml')}${shared}`, 'platform.yaml');
  const environment = fileOf(read('production.yaml').replace(IMAGES, own));
  const edit = editImages(
    { files: [platform, environment], platform, environment, context: CONTEXT },
    new Map(Object.entries(wanted)),
  );
  return IMAGES.exec(new TextDecoder().decode(edit.after))?.[0] ?? '';
}

const SHARED = 'images: {api: {tag: a1}}\n';
const OWN = 'images: {orders: {tag: b1}}\n';

test('a version of every environment is left to a person, with its place', () => {
  expect(() => edited(OWN, SHARED, { api: 'a2', orders: 'b2' })).toThrow(
    'environments/shop/platform.yaml:32:10 images.api: the version of api stands here',
  );
});

test('the same version as every environment has needs no edit', () => {
  expect(edited(OWN, SHARED, { api: 'a1', orders: 'b2' })).toBe('images: {orders: {tag: b2}}\n');
});

test('an environment that says its own version beside that of the platform is edited', () => {
  const own = 'images: {api: {tag: a9}, orders: {tag: b1}}\n';
  expect(edited(own, SHARED, { api: 'a2' })).toBe('images: {api: {tag: a2}, orders: {tag: b1}}\n');
});

test('a digest of the platform, which would decide, is not left beside a tag', () => {
  const own = 'images: {api: {tag: a9}, orders: {tag: b1}}\n';
  expect(() => edited(own, `images: {api: {digest: ${DIGEST}}}\n`, { api: 'a2' })).toThrow('images.api');
});

test('an input that has other problems is not edited', () => {
  const own = 'imagse: {}\nimages: {api: {tag: a1}, orders: {tag: b1}}\n';
  expect(() => edited(own, '', { api: 'a2' })).toThrow('imagse: unknown key');
});

test('a service without a version gets one', () => {
  expect(edited('images: {orders: {tag: b1}}\n', '', { api: 'a1' })).toBe(
    'images: {api: {tag: a1}, orders: {tag: b1}}\n',
  );
});
