import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isExecutable } from '../../src/io/is-executable.ts';
import { bring } from './bring.ts';
import { releases } from './releases.ts';

/** Programs that stand in for those a machine has not: `jq` and `lua`, run by Node. */
const STAND_INS = fileURLToPath(new URL('bin', import.meta.url));

/**
 * PATH with everything behind it that tests run and the machine has not: releases, kept where users keep what can be had
 * again, and stand-ins. What cannot be had is said once; the tests that need it skip.
 */
export async function withTools(path: string): Promise<string> {
  const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'charthouse');
  const folders: string[] = [];
  for (const release of releases) {
    if (release.programs.every((program) => isOnPath([program, `prometheus-${program}`], path))) continue;
    try {
      folders.push(await bring(release, cache));
    } catch (error) {
      process.stderr.write(`no ${release.programs.join(', ')}: ${(error as Error).message}\n`);
    }
  }
  return [path, ...folders, STAND_INS].join(delimiter);
}

/** Whether a program is there, or by the name that Debian gives it. */
function isOnPath(names: readonly string[], path: string): boolean {
  return path.split(delimiter).some((folder) => names.some((name) => isExecutable(join(folder, name))));
}
