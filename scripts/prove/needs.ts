import { delimiter, join } from 'node:path';
import { isExecutable } from '../../src/io/is-executable.ts';
import type { Need } from './proof.ts';

/** A program on PATH, such as `go`; `source` says where it comes from. */
export function program(name: string, source: string): Need {
  return () => {
    const folders = (process.env['PATH'] ?? '').split(delimiter);
    return folders.some((folder) => isExecutable(join(folder, name)))
      ? undefined
      : `${name} is not on PATH; ${source}`;
  };
}
