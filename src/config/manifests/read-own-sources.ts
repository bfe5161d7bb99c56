import type { InputFile } from '../../model/input-file.ts';
import { unportable } from '../../model/portable-name.ts';
import { nearest } from '../../words/nearest.ts';
import { ConfigError, type Problem, wholeFile } from '../problem.ts';
import { namesOf, type OwnSource, readOwnSource } from './own-source.ts';
import { reportShape } from './report-shape.ts';
import { reportValues } from './report-values.ts';
import { telling } from './tell.ts';

/**
 * Reads the files of objects of a platform, once for all its environments. Reports everything wrong with them that does
 * not depend on the environment; files at fault are left out.
 */
export function readOwnSources(
  files: readonly InputFile[],
  environments: readonly string[],
  problems: Problem[],
): readonly OwnSource[] {
  return files.flatMap((file) => {
    const found = faultsOfName(file, environments);
    try {
      const source = readOwnSource(file);
      for (const document of source.documents) {
        const tell = telling(document, found);
        reportShape(document, tell);
        reportValues(document, tell);
      }
      if (found.length === 0) return [source];
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      found.push(...error.problems);
    }
    problems.push(...found);
    return [];
  });
}

/** The output has a file of the same name, and the folder is that of an environment. */
function faultsOfName(file: InputFile, environments: readonly string[]): Problem[] {
  const { name, environment } = namesOf(file);
  const faults: Problem[] = [];
  const add = (message: string, fix: string) => faults.push(...wholeFile(file.path, message, fix).problems);
  if (file.name.endsWith('.yml')) add('expected the ending .yaml', `rename it to ${name}.yaml`);
  const fault = unportable(name);
  if (fault !== undefined) add(`\`${name}\` ${fault}, so it could not be checked out there`, 'rename it');
  else if (!FILE_NAME.test(name))
    add(`\`${name}\` cannot be the name of a file of output`, 'use letters, digits, dots and hyphens');
  if (environment !== undefined && !environments.includes(environment)) {
    const guess = nearest(environment, environments);
    const others = `it is that of an environment: ${environments.join(', ')}`;
    add(
      `the platform has no environment \`${environment}\``,
      guess ? `rename the folder to ${guess}` : others,
    );
  }
  return faults;
}

const FILE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
