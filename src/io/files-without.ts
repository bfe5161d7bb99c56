import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from './folders.ts';

/** Files below a folder in whose text a mark is missing, sorted: not made by who marks its files. None without the folder. */
export function filesWithout(mark: string, folder: string): readonly string[] {
  return filesIn(folder).filter((path) => !readFileSync(join(folder, path), 'utf8').includes(mark));
}
