import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CONTEXT } from '../../test/shop-input.ts';
import type { InputFile } from '../model/input-file.ts';
import { loadEnvironments } from './load.ts';
import { ConfigError } from './problem.ts';

/**
 * Each folder in cases/ is an input that cannot be used and, in expected.txt, the message its author gets. Its files
 * are laid over those of cases/base; without.txt names those of the base it does without.
 * To write the messages anew, then read them: UPDATE_CASES=1 npx vitest run src/config
 */
const ROOT = join(import.meta.dirname, 'cases');
const GOLDEN = 'expected.txt';
const cases = readdirSync(ROOT).filter((name) => name !== 'base');

test('there are at least sixty bad inputs, and the base they are laid over is a good one', () => {
  expect(cases.length).toBeGreaterThanOrEqual(60);
  expect(loadEnvironments(inputOf('base'), CONTEXT).map(({ name }) => name)).toEqual(['production']);
});

test.each(cases)('%s', (name) => {
  const golden = join(ROOT, name, GOLDEN);
  const message = messageOf(inputOf(name));
  if (process.env['UPDATE_CASES']) writeFileSync(golden, `${message}\n`);
  expect(existsSync(golden), `${golden} is missing`).toBe(true);
  expect(`${message}\n`).toBe(readFileSync(golden, 'utf8'));
});

function messageOf(files: readonly InputFile[]): string {
  try {
    loadEnvironments(files, CONTEXT);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('expected the input to be refused');
}

function inputOf(name: string): readonly InputFile[] {
  const own = inputFilesIn(name);
  if (own.size === 0 && without(name).length === 0) throw new Error(`cases/${name} holds no input`);
  const files = new Map([...inputFilesIn('base'), ...own]);
  for (const absent of without(name)) files.delete(absent);
  return [...files].map(([file, bytes]) => ({
    path: `environments/shop/${file}`,
    folder: 'shop',
    name: file,
    bytes,
  }));
}

function inputFilesIn(name: string): ReadonlyMap<string, Uint8Array> {
  const names = readdirSync(join(ROOT, name)).filter((file) => !file.endsWith('.txt'));
  return new Map(names.map((file) => [file, readFileSync(join(ROOT, name, file))]));
}

function without(name: string): readonly string[] {
  const list = join(ROOT, name, 'without.txt');
  return existsSync(list) ? readFileSync(list, 'utf8').split('\n').filter(Boolean) : [];
}
