import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { settle } from './clear-folder.ts';
import { filesIn } from './folders.ts';
import { recover } from './recover.ts';
import { API, FOLDER, useRenderedFolder, WEB } from './rendered-folder.fixture.ts';

const { path, put, text, render } = useRenderedFolder();

describe('what a killed run left', () => {
  const DEAD = 2 ** 30;

  test('is removed, or put back where it was moved away from', () => {
    render(API);
    put(`dist/manifests/shop/.gone.new-${DEAD}.charthouse/web.yaml`);
    put(`dist/manifests/shop/.staging.old-${DEAD}-1.charthouse/web.yaml`);
    put(`dist/manifests/shop/.mine.new-${DEAD}/web.yaml`);
    recover(path('dist/manifests/shop'));
    expect(readdirSync(path('dist/manifests/shop'))).toEqual([`.mine.new-${DEAD}`, 'dev', 'staging']);
  });

  test('gives back what is not in its list, unless the folder has another file of that name', () => {
    render(API);
    const old = `dist/manifests/shop/.dev.old-${DEAD}-1.charthouse`;
    for (const name of ['.charthouse', 'api.yaml']) put(`${old}/${name}`, text(`${FOLDER}/${name}`));
    put(`${old}/notes.md`);
    render(WEB);
    expect(filesIn(path(FOLDER))).toEqual(['.charthouse', 'deep/er/web.yaml', 'notes.md']);
    put(`${old}/notes.md`, 'others\n');
    expect(() => settle(path(old), path(FOLDER))).toThrow('keeps notes.md, which Charthouse did not make');
    expect(existsSync(path(`${old}/notes.md`))).toBe(true);
  });
});
