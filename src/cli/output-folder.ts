import { existsSync, realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { UsageError } from '../io/usage-error.ts';

/** Throws a UsageError for output into the input: the next run would take it for platforms. */
export function assertOutside(input: string, output: string): void {
  const inside = relative(real(input), real(output));
  if (inside.split(sep)[0] === '..' || isAbsolute(inside)) return;
  throw new UsageError(`--output ${output} is in ${input}, the folder of the input; say another`);
}

function real(folder: string): string {
  return existsSync(folder) ? realpathSync(folder) : resolve(folder);
}
