import { mkdirSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { removeOwn } from './clear-folder.ts';
import { filesIn } from './folders.ts';
import { API, FOLDER, useRenderedFolder, WEB } from './rendered-folder.fixture.ts';
import { discard, publish } from './staged-folder.ts';

const { path, put, text, stage, render } = useRenderedFolder();

describe('what is discarded', () => {
  test('leaves no folder behind that was not there', () => {
    discard([stage(FOLDER), stage('dist/manifests/shop/production'), stage('dist/helm/shop')]);
    expect(readdirSync(path('.'))).toEqual([]);
  });

  test('leaves folders that were there, and what others put beside', () => {
    mkdirSync(path('dist'));
    const staged = stage('dist/helm/shop');
    put('dist/helm/notes');
    discard([staged]);
    expect(readdirSync(path('dist/helm'))).toEqual(['notes']);
  });
});

describe('what is published', () => {
  test('is all there is, with a list of it', () => {
    render({ ...WEB, ...API });
    expect(filesIn(path(FOLDER))).toEqual(['.charthouse', 'api.yaml', 'deep/er/web.yaml']);
    expect(text(`${FOLDER}/.charthouse`).split('\n').slice(1)).toEqual([
      'input: ../../../../environments',
      'api.yaml',
      'deep/er/web.yaml',
      '',
    ]);
    expect(readdirSync(path('dist/manifests/shop'))).toEqual(['dev']);
  });

  test('loses what was listed and is rendered no more', () => {
    render({ ...WEB, ...API });
    const staged = stage(FOLDER, API);
    expect(staged.removed).toEqual(['deep/er/web.yaml']);
    publish([staged]);
    expect(filesIn(path(FOLDER))).toEqual(['.charthouse', 'api.yaml']);
    expect(readdirSync(path(FOLDER))).toEqual(['.charthouse', 'api.yaml']);
  });

  test('is not touched by a second run', () => {
    render(API);
    const before = statSync(path(`${FOLDER}/api.yaml`)).ino;
    expect(stage(FOLDER, API).staging).toBeUndefined();
    expect(statSync(path(`${FOLDER}/api.yaml`)).ino).toBe(before);
  });
});

describe('what somebody else put into a folder', () => {
  test('stays, and is told', () => {
    render(API);
    put(`${FOLDER}/deep/notes.md`);
    symlinkSync('nowhere', path(`${FOLDER}/link`));
    const staged = stage(FOLDER, WEB);
    expect(staged.foreign).toEqual(['deep/notes.md', 'link']);
    publish([staged]);
    expect(filesIn(path(FOLDER))).toEqual(['.charthouse', 'deep/er/web.yaml', 'deep/notes.md', 'link']);
    expect(text(`${FOLDER}/deep/notes.md`)).toBe('of somebody\n');
  });

  test('stays when it comes while the folder is being made', () => {
    render(API);
    const staged = stage(FOLDER, WEB);
    put(`${FOLDER}/deep/notes.md`);
    publish([staged]);
    expect(filesIn(path(FOLDER))).toEqual(['.charthouse', 'deep/er/web.yaml', 'deep/notes.md']);
  });

  test.each([
    ['with the name of a file', 'api.yaml'],
    ['as a file where a folder has to be', 'deep'],
    ['as a folder where a file has to be', 'api.yaml/notes.md'],
  ])('refuses the run when it is in the way: %s', (_, name) => {
    put(`${FOLDER}/${name}`);
    expect(() => stage(FOLDER, { ...API, ...WEB })).toThrow(`${FOLDER}/${name}`);
    expect(filesIn(path('dist'))).toEqual([`manifests/shop/dev/${name}`]);
  });

  test('is taken over when it is what is rendered', () => {
    put(`${FOLDER}/api.yaml`, API['api.yaml']);
    render(API);
    expect(filesIn(path(FOLDER))).toEqual(['.charthouse', 'api.yaml']);
  });

  test('stays in a folder whose rendered files are removed', () => {
    render({ ...API, ...WEB });
    put(`${FOLDER}/deep/notes.md`);
    expect(removeOwn(path(FOLDER))).toEqual(['deep/notes.md']);
    expect(filesIn(path(FOLDER))).toEqual(['deep/notes.md']);
  });
});
