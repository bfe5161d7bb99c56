import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { publish, type StagedFolder, stageFolder } from './staged-folder.ts';

/** The folder that `render` makes. */
export const FOLDER = 'dist/manifests/shop/dev';
/** Two things to render. */
export const WEB = { 'deep/er/web.yaml': 'kind: Deployment\n' };
/** The other. */
export const API = { 'api.yaml': 'kind: Service\n' };

type Texts = Readonly<Record<string, string>>;

/** A folder of its own for each test, in which an input of a platform `shop` can be rendered. */
export function useRenderedFolder() {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'charthouse-staged-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));
  const path = (name: string) => join(root, name);
  const stage = (folder: string, files: Texts = WEB, input = 'environments'): StagedFolder =>
    stageFolder(path(folder), { input: path(input), platform: 'shop' }, Object.entries(files));
  return {
    path,
    put: (name: string, content = 'of somebody\n') => {
      mkdirSync(dirname(path(name)), { recursive: true });
      writeFileSync(path(name), content);
    },
    text: (name: string) => readFileSync(path(name), 'utf8'),
    stage,
    render: (files: Texts, input?: string) => publish([stage(FOLDER, files, input)]),
  };
}
