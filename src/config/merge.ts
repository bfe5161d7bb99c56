import { nearest } from './nearest.ts';
import type { Report } from './report.ts';
import { isMap, type Path, type YamlMap } from './source.ts';

/**
 * Maps whose keys are names the platform gives. An environment may change what is named there, not add to it,
 * so that a misspelt name cannot become a second thing. `*` stands for any key.
 */
const NAMED: readonly (readonly string[])[] = [
  ['tags'],
  ['priorities'],
  ['resources'],
  ['externals'],
  ['services'],
  ['services', '*', 'env'],
  ['services', '*', 'ports'],
  ['services', '*', 'secretFiles'],
  ['services', '*', 'uses'],
  ['services', '*', 'variants'],
  ['services', '*', 'variants', '*', 'headers'],
];

/**
 * The environment's document laid over the platform's: maps merge by key at every depth, scalars and lists replace,
 * `null` removes. Reports every name the environment changes that the platform does not have.
 */
export function mergeDocuments(platform: YamlMap, environment: YamlMap, report: Report): YamlMap {
  return withoutNulls(mergeMaps(platform, environment, [], report)) as YamlMap;
}

function mergeMaps(base: YamlMap, over: YamlMap, path: Path, report: Report): YamlMap {
  const merged: Record<string, unknown> = { ...base };
  const isNamed = over !== base && isNamedMap(path);
  for (const [key, value] of Object.entries(over)) {
    if (isNamed && !Object.hasOwn(base, key)) {
      reportUnknownName(key, base, path, report);
      continue;
    }
    const under = base[key];
    merged[key] = isMap(under) && isMap(value) ? mergeMaps(under, value, [...path, key], report) : value;
  }
  return merged;
}

function isNamedMap(path: Path): boolean {
  return NAMED.some(
    (pattern) =>
      pattern.length === path.length && pattern.every((part, at) => part === '*' || part === path[at]),
  );
}

function reportUnknownName(key: string, base: YamlMap, path: Path, report: Report): void {
  const guess = nearest(key, Object.keys(base));
  const fix = guess
    ? `write \`${guess}\`, or declare \`${key}\` in platform.yaml (with null if only some environments have it)`
    : `declare \`${key}\` in platform.yaml (with null if only some environments have it)`;
  report([...path, key], `platform.yaml has no \`${key}\` in ${path.join('.')}`, { fix, at: 'key' });
}

function withoutNulls(value: unknown): unknown {
  if (!isMap(value)) return value;
  const kept: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    if (item !== null) kept[key] = withoutNulls(item);
  }
  return kept;
}
