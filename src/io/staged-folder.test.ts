import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { discard, publish, stageFolder } from './staged-folder.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'charthouse-staged-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const stage = (folder: string) =>
  stageFolder(join(root, folder), [['deep/er/web.yaml', 'kind: Deployment\n']]);

test('what is discarded leaves no folder behind that was not there', () => {
  discard([
    stage('dist/manifests/shop/dev'),
    stage('dist/manifests/shop/production'),
    stage('dist/helm/shop'),
  ]);
  expect(readdirSync(root)).toEqual([]);
});

test('folders that were there stay, and so does what others put beside', () => {
  mkdirSync(join(root, 'dist'));
  const staged = stage('dist/helm/shop');
  writeFileSync(join(root, 'dist/helm/notes'), 'of somebody else');
  discard([staged]);
  expect(readdirSync(join(root, 'dist/helm'))).toEqual(['notes']);
});

test('what is published is all there is', () => {
  publish([stage('dist/helm/shop')]);
  expect(existsSync(join(root, 'dist/helm/shop/deep/er/web.yaml'))).toBe(true);
  expect(readdirSync(join(root, 'dist/helm'))).toEqual(['shop']);
});
