import { existsSync } from 'node:fs';
import { nearest } from '../config/nearest.ts';
import { foldersIn, readInput } from '../io/read-input.ts';
import type { InputFile } from '../model/input-file.ts';
import { UsageError } from './usage-error.ts';

/** Which part of the input a command is about: everything, one platform, or one of its environments. */
export interface Selection {
  readonly platform?: string | undefined;
  readonly environment?: string | undefined;
}

/** The files a selection needs. Throws a UsageError when what it names does not exist. */
export function selectInput(root: string, { platform, environment }: Selection): readonly InputFile[] {
  if (!existsSync(root))
    throw new UsageError(`no folder ${root} here; run in the folder that holds it, or say --input`);
  const platforms = foldersIn(root);
  if (platforms.length === 0)
    throw new UsageError(`${root} holds no platform: write ${root}/NAME/platform.yaml`);
  if (platform !== undefined) assertKnown('platform', platform, platforms);
  const files = readInput(root, platform);
  if (environment === undefined) return files;
  const environments = files.filter((file) => file.name !== 'platform.yaml').map((file) => stem(file.name));
  assertKnown('environment', environment, environments);
  return files.filter((file) => file.name === 'platform.yaml' || stem(file.name) === environment);
}

function stem(name: string): string {
  return name.replace(/\.ya?ml$/, '');
}

function assertKnown(what: string, name: string, known: readonly string[]): void {
  if (known.includes(name)) return;
  const guess = nearest(name, known);
  const hint = guess ? `did you mean ${guess}?` : `there are: ${known.join(', ')}`;
  throw new UsageError(`no ${what} ${name}; ${hint}`);
}
