import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A manifest with one fault that a check finds, and without it. */
export interface CheckCase {
  readonly name: string;
  readonly broken: string;
  readonly mended: string;
}

/** The cases of a check, by name. None where the source of the checks is not beside the program. */
export function casesOf(check: string): readonly CheckCase[] {
  const folder = join(findSource(import.meta.dirname), 'src/checks', check, 'cases');
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return entries
    .map(({ name }) => name)
    .sort()
    .map((name) => ({
      name,
      broken: readFileSync(join(folder, name, 'broken.yaml'), 'utf8'),
      mended: readFileSync(join(folder, name, 'mended.yaml'), 'utf8'),
    }));
}

/** The program lies in build/ when it is bundled, in src/cli when it is not. */
function findSource(folder: string): string {
  const parent = dirname(folder);
  return parent === folder || existsSync(join(folder, 'src/checks')) ? folder : findSource(parent);
}
