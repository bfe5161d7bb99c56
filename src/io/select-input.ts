import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type InputFile, isManifestFile, MANIFESTS } from '../model/input-file.ts';
import { nearest } from '../words/nearest.ts';
import { foldersIn, readInput } from './read-input.ts';
import { refused, UsageError } from './usage-error.ts';

const UNREADABLE = 'the input cannot be read';

/** Which part of the input a command is about: everything, one platform, or one of its environments. */
export interface Selection {
  readonly platform?: string | undefined;
  readonly environment?: string | undefined;
}

/** The files a selection needs. Throws a UsageError when what it names does not exist or cannot be read. */
export function selectInput(root: string, { platform, environment }: Selection): readonly InputFile[] {
  assertFolder(root);
  const platforms = refused(UNREADABLE, () => foldersIn(root));
  if (platforms.length === 0) throw new UsageError(withoutPlatform(root));
  if (platform !== undefined) assertKnown('platform', platform, platforms);
  const selected = platform === undefined ? platforms : [platform];
  const files = selected.flatMap((name) => filesOf(root, name));
  if (environment === undefined) return files;
  const environments = files.filter(isEnvironment).map((file) => stem(file.name));
  assertKnown('environment', environment, environments);
  return files.filter((file) => !isOfAnother(file, environment));
}

function isEnvironment(file: InputFile): boolean {
  return file.name !== 'platform.yaml' && !isManifestFile(file);
}

/** Whether a file is of one environment, and of another one. */
function isOfAnother(file: InputFile, environment: string): boolean {
  if (isEnvironment(file)) return stem(file.name) !== environment;
  const [folder, own, name] = file.name.split('/');
  return folder === MANIFESTS && name !== undefined && own !== environment;
}

function assertFolder(root: string): void {
  const found = statSync(root, { throwIfNoEntry: false });
  if (found?.isDirectory()) return;
  const what = found ? `${root} is not a folder` : `no folder ${root} here`;
  throw new UsageError(`${what}; run in the folder that holds it, or say --input`);
}

/** The folder of one platform is easily taken for the folder of all. */
function withoutPlatform(root: string): string {
  if (!existsSync(join(root, 'platform.yaml')))
    return `${root} holds no platform: write ${root}/NAME/platform.yaml`;
  const [folder, name] = [dirname(join(root)), basename(root)];
  return `${root} is a platform, and not the folder of all: say --input ${folder}, and ${name} as the platform`;
}

/** A folder without any YAML is most likely a file with another ending; it would be left out without a word. */
function filesOf(root: string, platform: string): readonly InputFile[] {
  const files = refused(UNREADABLE, () => readInput(root, platform));
  if (files.length > 0) return files;
  const folder = `${root}/${platform}`;
  throw new UsageError(`${folder} holds no YAML file: write ${folder}/platform.yaml, or remove the folder`);
}

function stem(name: string): string {
  return name.replace(/\.ya?ml$/, '');
}

function assertKnown(what: string, name: string, known: readonly string[]): void {
  if (known.includes(name)) return;
  const parts = name.split('/').filter((part) => part !== '');
  const [first = '', second] = parts;
  if (second !== undefined && known.includes(first))
    throw new UsageError(`no ${what} ${name}; say its parts one by one: ${parts.join(' ')}`);
  const guess = known.find((other) => other === parts.at(-1)) ?? nearest(name, known);
  const others = known.length > 0 ? `there are: ${known.join(', ')}` : 'there is none';
  throw new UsageError(`no ${what} ${name}; ${guess ? `did you mean ${guess}?` : others}`);
}
