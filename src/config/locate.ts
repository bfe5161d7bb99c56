import type { Finding, InputPlace } from '../model/finding.ts';
import type { InputFile } from '../model/input-file.ts';
import { CONCERN_ROWS } from './locate/concern-rows.ts';
import { OBSERVABILITY_ROWS } from './locate/observability-rows.ts';
import { observabilityWords } from './locate/observability-words.ts';
import { pathsFrom } from './locate/row.ts';
import { SERVICE_ROWS } from './locate/service-rows.ts';
import { concernWords, serviceWords } from './locate/words.ts';
import { depthOf, placeOf } from './report.ts';
import { isMap, type Path, readSource, type Source } from './source.ts';

/**
 * Gives each finding the line of the input that decided what was found, where that is known: the most specific there
 * is, in the environment's file before the platform's. Findings without one are given back as they are. The files are
 * read once more, so this is for runs that found something. They must be those the findings' environments are from.
 */
export function locateFindings(
  files: readonly InputFile[],
  findings: readonly Finding[],
): readonly Finding[] {
  if (findings.length === 0) return findings;
  const sourceOf = readOnce(files);
  return findings.map((finding) => {
    const environment = sourceOf(finding.platform, `${finding.environment}.yaml`);
    const platform = sourceOf(finding.platform, 'platform.yaml');
    const place = environment && platform && placeIn({ environment, platform }, finding);
    return place ? { ...finding, place } : finding;
  });
}

/** The two files an environment is made of. */
interface Documents {
  readonly environment: Source;
  readonly platform: Source;
}

function readOnce(files: readonly InputFile[]): (folder: string, name: string) => Source | undefined {
  const byName = new Map(files.map((file) => [`${file.folder}/${file.name}`, file]));
  const sources = new Map<string, Source>();
  return (folder, name) => {
    const key = `${folder}/${name}`;
    const file = byName.get(key);
    const source = sources.get(key) ?? (file && readSource(file));
    if (source) sources.set(key, source);
    return source;
  };
}

function placeIn(documents: Documents, finding: Finding): InputPlace | undefined {
  const { environment, platform } = documents;
  const { kind, name } = finding.object;
  if (kind === 'Exception' && finding.file === '') {
    return firstPlace(
      [
        ['exceptions', name, finding.field],
        ['exceptions', name],
      ],
      [environment, platform],
    );
  }
  const file = fileName(finding);
  if (file === undefined) return undefined;
  if (file.startsWith('_')) {
    return firstPlace(pathsOfConcern(file, documents, finding), [environment, platform]);
  }
  const paths = pathsFrom(SERVICE_ROWS, kind, finding.field, serviceWords(file, finding));
  // What the environment says of the service is about something else then: the platform describes it.
  return (
    firstPlace(paths, [environment, platform]) ?? firstPlace([['services', file]], [platform, environment])
  );
}

function pathsOfConcern(file: string, documents: Documents, finding: Finding): readonly Path[] {
  const { object, field } = finding;
  const roots = [documents.environment.root, documents.platform.root] as const;
  return file.startsWith(OF_OBSERVABILITY)
    ? pathsFrom(OBSERVABILITY_ROWS, object.kind, field, observabilityWords(finding, ...roots))
    : pathsFrom(CONCERN_ROWS, object.kind, field, concernWords(finding, ...roots));
}

/** Files of what watches an environment. */
const OF_OBSERVABILITY = '_observability-';

/** `web` for `shop/production/web.yaml`, and for routes of the service `web` that are with those of its host. */
function fileName({ file, object }: Finding): string | undefined {
  const name = /([^/]+)\.yaml$/.exec(file)?.[1];
  const isOfService = object.kind === 'DestinationRule' || !object.name.startsWith('public');
  return name === '_mesh' && ROUTES.has(object.kind) && isOfService ? object.name : name;
}

const ROUTES: ReadonlySet<string> = new Set(['DestinationRule', 'VirtualService']);

function firstPlace(paths: readonly Path[], sources: readonly Source[]): InputPlace | undefined {
  for (const path of paths) {
    for (const source of sources) {
      if (depthOf(path, source.root) === path.length) return toPlace(source, path);
    }
  }
  return undefined;
}

/** The value of what fits on its line, the key of what is below it. */
function toPlace(source: Source, path: Path): InputPlace {
  const value = path.reduce<unknown>((map, step) => (isMap(map) ? map[step] : undefined), source.root);
  const what = typeof value === 'object' ? 'key' : 'value';
  return { file: source.path, ...placeOf(source, path, what) };
}
