import { nearest } from '../words/nearest.ts';
import type { Report } from './report.ts';
import { isMap, type YamlMap } from './source.ts';

/**
 * Maps whose keys are names the platform gives. An environment may change what is named there, not add to it,
 * so that a misspelt name cannot become a second thing. The first are sections, the others lie within a service.
 */
const NAMED_SECTIONS: ReadonlySet<string> = new Set([
  'tags',
  'priorities',
  'resources',
  'externals',
  'services',
  'metrics',
]);
const NAMED_IN_SERVICE: ReadonlySet<string> = new Set(['env', 'ports', 'secretFiles', 'uses', 'variants']);

/**
 * The environment's document laid over the platform's: maps merge by key at every depth, scalars and lists replace,
 * `null` removes and is still there for `settleDocument`. Reports every name the environment changes, and everything
 * it removes, that the platform does not have.
 */
export function mergeDocuments(platform: YamlMap, environment: YamlMap, report: Report): YamlMap {
  return mergeMaps(platform, environment, [], report);
}

function mergeMaps(base: YamlMap, over: YamlMap, path: string[], report: Report): YamlMap {
  const merged: Record<string, unknown> = { ...base };
  const isNamed = isNamedMap(path);
  for (const key of Object.keys(over)) {
    const value = over[key];
    const isThere = Object.hasOwn(base, key);
    if (isThere || (!isNamed && value !== null) || isWithinPatch(path)) {
      merged[key] = mergeValue(isThere ? base[key] : NOTHING, value, key, path, report);
    } else reportAbsent(key, value, base, path, report);
  }
  return merged;
}

const NOTHING: YamlMap = {};

/** What the platform declares with null is the environment's to write: nothing in it is an override. */
function mergeValue(under: unknown, value: unknown, key: string, path: string[], report: Report): unknown {
  if (under === null || !isMap(value)) return value;
  path.push(key);
  const merged = mergeMaps(isMap(under) ? under : NOTHING, value, path, report);
  path.pop();
  return merged;
}

/** A null there is told of once the documents are one. */
function isWithinPatch([section, , part]: readonly string[]): boolean {
  return section === 'patches' && part === 'patch';
}

function isNamedMap(path: readonly string[]): boolean {
  const [section = '', , part = '', , inner] = path;
  if (path.length === 1) return NAMED_SECTIONS.has(section);
  if (section !== 'services') return false;
  if (path.length === 3) return NAMED_IN_SERVICE.has(part);
  return path.length === 5 && part === 'variants' && inner === 'headers';
}

function reportAbsent(key: string, value: unknown, base: YamlMap, path: string[], report: Report): void {
  const guess = nearest(key, Object.keys(base));
  const place = path.length === 0 ? '' : ` in ${path.join('.')}`;
  const declare = `declare \`${key}\` in platform.yaml (with null if only some environments have it)`;
  const otherwise = value === null ? 'remove the line: there is nothing to remove' : declare;
  const fix = guess ? `write \`${guess}\`, or ${otherwise}` : otherwise;
  report([...path, key], `platform.yaml has no \`${key}\`${place}`, { fix, at: 'key' });
}
