import { eachEnvironment } from '../config/load.ts';
import type { LoadContext } from '../config/load-context.ts';
import { ConfigError, type Problem } from '../config/problem.ts';
import { readSource } from '../config/source.ts';
import type { InputFile } from '../model/input-file.ts';
import { parseVersion, pathOfImage, type Versions } from './image-version.ts';
import { readVersions, versionsIn } from './read-versions.ts';
import { setVersions } from './set-versions.ts';

/** The files of a platform, and which of them an edit is about. */
export interface EditedInput {
  /** All of them, those two as well. */
  readonly files: readonly InputFile[];
  readonly platform: InputFile;
  readonly environment: InputFile;
  readonly context: LoadContext;
}

/** An image of an edit: undefined `before` had no version. */
export interface ImageChange {
  readonly name: string;
  readonly before: string | undefined;
  readonly after: string;
}

/** What an edit does to the environment's file; nothing when all images have the versions asked for. */
export interface ImageEdit {
  readonly changes: readonly ImageChange[];
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/**
 * Gives images of an environment other versions, in the text of its file. The platform with that edit has been loaded
 * whole and says exactly these versions; where it would not, a ConfigError tells why.
 */
export function editImages(input: EditedInput, wanted: Versions): ImageEdit {
  const { environment } = input;
  const { versions: now } = readVersions(input.platform, environment);
  const changes = [...wanted]
    .map(([name, after]) => ({ name, before: now.get(name), after }))
    .filter(({ before, after }) => before !== after);
  const before = environment.bytes;
  if (changes.length === 0) return { changes, before, after: before };
  refuseShared(changes, input);
  const edited = { ...environment, bytes: textBytes(setVersions(environment, parsed(changes))) };
  const outcome = readVersions(input.platform, edited).versions;
  const leftovers = changes.filter(({ name, after }) => outcome.get(name) !== after);
  if (leftovers.length > 0) throw new ConfigError(leftovers.map(({ name }) => sharedProblem(name, input)));
  load(
    input.files.map((file) => (file === environment ? edited : file)),
    input.context,
  );
  return { changes, before, after: edited.bytes };
}

function parsed(changes: readonly ImageChange[]) {
  return new Map(changes.map(({ name, after }) => [name, versionOf(after)]));
}

function versionOf(text: string) {
  const version = parseVersion(text);
  // What a file says today is copied as it is; loading tells what is wrong with it.
  return 'fault' in version ? { tag: text } : version;
}

function textBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A version that stands in platform.yaml alone is that of every environment: to part from it is for a person. */
function refuseShared(changes: readonly ImageChange[], input: EditedInput): void {
  const own = versionsIn(readSource(input.environment).root);
  const shared = changes.filter(({ name, before }) => before !== undefined && !own.has(name));
  if (shared.length > 0) throw new ConfigError(shared.map(({ name }) => sharedProblem(name, input)));
}

function sharedProblem(name: string, { platform, environment }: EditedInput): Problem {
  const path = pathOfImage(name);
  const place = readSource(platform).place(path, 'key') ?? { line: 1, column: 1 };
  const message = `the version of ${name} stands here, for every environment that does not say its own`;
  const fix = `change it here for all, or write it out in ${environment.path} and take it out here`;
  return { file: platform.path, ...place, path: path.join('.'), message, fix };
}

function load(files: readonly InputFile[], context: LoadContext): void {
  for (const _ of eachEnvironment(files, context));
}
