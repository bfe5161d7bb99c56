import { lstatSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { filesIn } from './folders.ts';
import { API, FOLDER, useRenderedFolder, WEB } from './rendered-folder.fixture.ts';
import { publish } from './staged-folder.ts';

const { path, put, text, stage, render } = useRenderedFolder();

describe('links', () => {
  test('a folder that is a link stays one, and what it leads to is rendered', () => {
    mkdirSync(path('elsewhere'));
    mkdirSync(path('dist/manifests/shop'), { recursive: true });
    symlinkSync(path('elsewhere'), path(FOLDER));
    render(API);
    expect(lstatSync(path(FOLDER)).isSymbolicLink()).toBe(true);
    expect(filesIn(path('elsewhere'))).toEqual(['.charthouse', 'api.yaml']);
  });

  test.each(['nowhere', 'file'])('a folder that is a link to %s is refused', (target) => {
    put('file');
    mkdirSync(path('dist/manifests/shop'), { recursive: true });
    symlinkSync(path(target), path(FOLDER));
    expect(() => stage(FOLDER)).toThrow('move it elsewhere');
  });

  test('two folders that are one are refused', () => {
    render(API);
    symlinkSync('dev', path('dist/manifests/shop/production'));
    const staged = [stage(FOLDER, WEB), stage('dist/manifests/shop/production', WEB)];
    expect(() => publish(staged)).toThrow('is a link to what is rendered into as well');
    expect(filesIn(path(FOLDER))).toEqual(['.charthouse', 'api.yaml']);
  });

  test('a list does not lead through a link', () => {
    put('precious/web.yaml');
    render(API);
    symlinkSync(path('precious'), path(`${FOLDER}/sub`));
    put(`${FOLDER}/.charthouse`, `${text(`${FOLDER}/.charthouse`)}sub/web.yaml\n`);
    render(API);
    expect(text('precious/web.yaml')).toBe('of somebody\n');
  });
});

describe('a list', () => {
  test.each(['../api.yaml', '/etc/hosts', 'a/../../b', 'a\\b', 'a//b', '.'])(
    'that names %s is refused',
    (name) => {
      put(`${FOLDER}/.charthouse`, `${name}\n`);
      expect(() => stage(FOLDER)).toThrow('which is no file below it');
    },
  );

  test('that Git could not merge is that of both sides', () => {
    render({ ...API, ...WEB });
    put(`${FOLDER}/.charthouse`, '<<<<<<< ours\napi.yaml\n=======\ndeep/er/web.yaml\n>>>>>>> theirs\n');
    render(API);
    expect(filesIn(path(FOLDER))).toEqual(['.charthouse', 'api.yaml']);
  });

  test('of another input that has the platform refuses the run; one that has it no more has moved', () => {
    mkdirSync(path('other/shop'), { recursive: true });
    render(API, 'other');
    expect(() => stage(FOLDER)).toThrow('which has a platform shop too; say another --output');
    rmSync(path('other/shop'), { recursive: true });
    render(WEB);
    expect(filesIn(path(FOLDER))).toEqual(['.charthouse', 'deep/er/web.yaml']);
  });
});
