import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from '../src/io/folders.ts';
import type { InputFile } from '../src/model/input-file.ts';

/**
 * Each folder in src/config/cases is an input that cannot be used. Its files are laid over those of cases/base;
 * without.txt names those of the base it does without.
 */
export const CASES_FOLDER = join(import.meta.dirname, '../src/config/cases');

/** Names of the cases, without the base. */
export const CASES = readdirSync(CASES_FOLDER).filter((name) => name !== 'base');

/** The files of a case, or of `base`. */
export function inputOf(name: string): readonly InputFile[] {
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

/** Its own files by name. */
export function inputFilesIn(name: string): ReadonlyMap<string, Uint8Array> {
  const names = filesIn(join(CASES_FOLDER, name)).filter((file) => !file.endsWith('.txt'));
  return new Map(names.map((file) => [file, readFileSync(join(CASES_FOLDER, name, file))]));
}

function without(name: string): readonly string[] {
  const list = join(CASES_FOLDER, name, 'without.txt');
  return existsSync(list) ? readFileSync(list, 'utf8').split('\n').filter(Boolean) : [];
}
