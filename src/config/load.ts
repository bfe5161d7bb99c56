import type { Environment } from '../model/environment.ts';
import { type InputFile, isManifestFile } from '../model/input-file.ts';
import { type Description, described } from './description.ts';
import type { LoadContext } from './load-context.ts';
import { loadEnvironment } from './load-environment.ts';
import { withOwnFiles } from './manifests/own-files.ts';
import type { OwnSource } from './manifests/own-source.ts';
import { readOwnSources } from './manifests/read-own-sources.ts';
import { reportUnreadMetrics } from './metric-places.ts';
import { reportPreviewPlaces } from './preview-places.ts';
import { ConfigError, type Problem, wholeFile } from './problem.ts';
import { type Salvaged, salvageSource } from './salvaged.ts';
import { watchClusters } from './shared-cluster.ts';
import type { Source } from './source.ts';

const PLATFORM_FILE = 'platform.yaml';

/**
 * Turns the input into environments, sorted by platform and name.
 * Throws one ConfigError with every problem of every file when there is any.
 */
export function loadEnvironments(files: readonly InputFile[], context: LoadContext): readonly Environment[] {
  return [...eachEnvironment(files, context)];
}

/**
 * The same one by one, for those who let go of an environment before they ask for the next: a large platform fits in
 * a third of the memory then. After the first problem it gives no more, looks at all there is, and throws at the end.
 */
export function* eachEnvironment(files: readonly InputFile[], context: LoadContext): Generator<Environment> {
  const problems: Problem[] = [];
  const clusters = watchClusters();
  for (const [folder, inFolder] of byFolder(files)) {
    const documents = inFolder.filter((file) => !isManifestFile(file));
    const environments = documents.filter(({ name }) => name !== PLATFORM_FILE).map(({ name }) => stem(name));
    const own = readOwnSources(inFolder.filter(isManifestFile), environments, problems);
    reportIncompleteFolder(folder, inFolder, documents, problems);
    yield* eachInFolder(folder, documents, { context, clusters, problems, own });
  }
  if (problems.length > 0) throw new ConfigError(problems);
}

/** One environment from its description, which is kept. Throws a ConfigError with everything wrong in it. */
export function readDescribed(description: Description): Environment {
  const { names, platform, environment, own, context } = description;
  const found: Problem[] = [];
  const complete = withOwnFiles(loadEnvironment(names, platform, environment, context), own, found);
  if (found.length > 0) throw new ConfigError(found);
  return described(complete, description);
}

/** What goes on from one folder to the next. */
interface Loading {
  readonly context: LoadContext;
  readonly clusters: ReturnType<typeof watchClusters>;
  readonly problems: Problem[];
  /** The folder's objects of the user's own. */
  readonly own: readonly OwnSource[];
}

function* eachInFolder(
  folder: string,
  files: readonly InputFile[],
  { context, clusters, problems, own }: Loading,
): Generator<Environment> {
  const sources = new Map<string, Source>();
  const found: Problem[] = [];
  const isOwn: Salvaged['isOwn'][] = [];
  for (const file of files) {
    const salvaged = salvageSource(file);
    problems.push(...salvaged.problems);
    isOwn.push(salvaged.isOwn);
    if (salvaged.source) sources.set(file.name, salvaged.source);
  }
  const platform = sources.get(PLATFORM_FILE);
  if (!platform) return;
  sources.delete(PLATFORM_FILE);
  reportEnvironmentName(platform, found);
  reportPreviewPlaces(platform, [...sources.values()], found);
  reportUnreadMetrics(platform, [...sources.values()], found);
  for (const [name, source] of sources) {
    const names = { folder, file: name };
    const description = { names, platform, environment: source, own, context };
    const environment = collecting(found, () => loadEnvironment(names, platform, source, context));
    if (!environment) continue;
    const complete = described(withOwnFiles(environment, own, found), description);
    found.push(...clusters(complete, { platform, environment: source }));
    if (problems.length + found.length === 0) yield complete;
  }
  problems.push(...found.filter((problem) => isOwn.every((isItsOwn) => isItsOwn(problem))));
}

/** Every environment would have that name. */
function reportEnvironmentName({ path: file, root, place }: Source, problems: Problem[]): void {
  if (!Object.hasOwn(root, 'environment')) return;
  const path = 'environment';
  const { line, column } = place([path], 'key') ?? { line: 1, column: 1 };
  const message = `${PLATFORM_FILE} is about all environments`;
  problems.push({
    file,
    line,
    column,
    path,
    message,
    fix: "remove it: it belongs in each environment's file",
  });
}

function byFolder(files: readonly InputFile[]): ReadonlyMap<string, readonly InputFile[]> {
  const folders = new Map<string, InputFile[]>();
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    folders.set(file.folder, [...(folders.get(file.folder) ?? []), file]);
  }
  return folders;
}

function reportIncompleteFolder(
  folder: string,
  [first]: readonly InputFile[],
  files: readonly InputFile[],
  problems: Problem[],
): void {
  const place = first?.path.slice(0, -first.name.length - 1) ?? folder;
  const names = files.map(({ name }) => name);
  const add = (file: string, message: string, fix: string) =>
    problems.push(...wholeFile(file, message, fix).problems);
  if (!names.includes(PLATFORM_FILE) && !names.includes('platform.yml')) {
    const fix = `write ${place}/${PLATFORM_FILE}, or remove the folder`;
    add(place, `the platform ${folder} has no ${PLATFORM_FILE}`, fix);
  } else if (files.length === 1) {
    const fix = `write one, for example ${place}/production.yaml`;
    add(place, `the platform ${folder} has no environment`, fix);
  }
  for (const { path, name } of files) {
    if (name.endsWith('.yml')) add(path, 'expected the ending .yaml', `rename it to ${stem(name)}.yaml`);
  }
}

function stem(name: string): string {
  return name.replace(/\.ya?ml$/, '');
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
