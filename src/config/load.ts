import type { Environment } from '../model/environment.ts';
import type { InputFile } from '../model/input-file.ts';
import { loadEnvironment } from './load-environment.ts';
import { ConfigError, type Problem } from './problem.ts';
import { readSource, type Source } from './source.ts';

const PLATFORM_FILE = 'platform.yaml';

/**
 * Turns the input into environments, sorted by platform and name.
 * Throws one ConfigError with every problem of every file when there is any.
 */
export function loadEnvironments(files: readonly InputFile[]): readonly Environment[] {
  const problems: Problem[] = [];
  const environments: Environment[] = [];
  for (const [folder, inFolder] of byFolder(files)) {
    reportIncompleteFolder(folder, inFolder, problems);
    environments.push(...loadFolder(folder, inFolder, problems));
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return environments;
}

function loadFolder(
  folder: string,
  files: readonly InputFile[],
  problems: Problem[],
): readonly Environment[] {
  const sources = new Map<string, Source>();
  for (const file of files) {
    const source = collecting(problems, () => readSource(file));
    if (source) sources.set(file.name, source);
  }
  const platform = sources.get(PLATFORM_FILE);
  if (!platform) return [];
  sources.delete(PLATFORM_FILE);
  return [...sources].flatMap(
    ([name, source]) => collecting(problems, () => loadEnvironment(folder, name, platform, source)) ?? [],
  );
}

function byFolder(files: readonly InputFile[]): ReadonlyMap<string, readonly InputFile[]> {
  const folders = new Map<string, InputFile[]>();
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    folders.set(file.folder, [...(folders.get(file.folder) ?? []), file]);
  }
  return folders;
}

function reportIncompleteFolder(folder: string, files: readonly InputFile[], problems: Problem[]): void {
  const file = (files[0] as InputFile).path.split('/').slice(0, -1).join('/');
  const whole = { file, line: 0, column: 0, path: '' };
  const hasPlatform = files.some(({ name }) => name === PLATFORM_FILE);
  if (!hasPlatform) {
    const fix = `write ${file}/${PLATFORM_FILE}, or remove the folder`;
    problems.push({ ...whole, message: `the platform ${folder} has no ${PLATFORM_FILE}`, fix });
  } else if (files.length === 1) {
    const fix = `write one, for example ${file}/production.yaml`;
    problems.push({ ...whole, message: `the platform ${folder} has no environment`, fix });
  }
  for (const { path, name } of files) {
    if (!name.endsWith('.yml')) continue;
    problems.push({
      ...whole,
      file: path,
      message: 'expected the ending .yaml',
      fix: `rename it to ${name.slice(0, -4)}.yaml`,
    });
  }
}

/** Runs a step and keeps the problems it throws, so that the next step is looked at too. */
function collecting<T>(problems: Problem[], step: () => T): T | undefined {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}
