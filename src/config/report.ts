import type { InputPlace } from '../model/finding.ts';
import type { Problem } from './problem.ts';
import { PLATFORM_SECTIONS } from './schema/document.ts';
import { shown } from './shown.ts';
import { isMap, type Path, type Source, type YamlMap } from './source.ts';

/** How a problem is told. */
export interface ReportOptions {
  /** What to do about it. */
  readonly fix?: string | undefined;
  /** Whether the key or the value is at fault; the value if not said. */
  readonly at?: 'key' | 'value';
  /** The value at fault, which ends the message as it is written in the file. */
  readonly found?: unknown;
  /** Nothing more than what was said of the path already. */
  readonly once?: boolean;
  /** Text was wanted: the fix is to put what is written in quotes. */
  readonly quote?: boolean;
}

/** Takes a problem at a path of the merged document. */
export type Report = (path: Path, message: string, options?: ReportOptions) => void;

/** What one environment and its platform have to say about their texts. */
export interface Collector {
  readonly report: Report;
  readonly problems: readonly Problem[];
  /** A number or boolean as it is written, where its value reads otherwise: `1.10` and not 1.1. */
  readonly respelled: (path: Path, value: number | boolean) => string | undefined;
  /** Where something stands: in the file that decided it, its key. */
  readonly placeOf: (path: Path) => InputPlace;
}

/**
 * Collects the problems of one environment. Each is placed in the file that decided the value: the environment's
 * where it says anything about the path, else the platform's. What validation has against a value is not told where a
 * reference in it is at fault already.
 */
export function collector(platform: Source, environment: Source): Collector {
  const problems: Problem[] = [];
  const told = new Set<string>();
  const report: Report = (path, message, options = {}) => {
    const { fix, at = 'value', found, quote = false, once = found !== undefined } = options;
    const dotted = path.join('.');
    if (once && told.has(dotted)) return;
    told.add(dotted);
    const source = sourceOf(path, platform, environment);
    const text = foundText(found, path, source);
    problems.push({
      file: source.path,
      ...placeOf(source, path, at),
      path: dotted,
      message: found === undefined ? message : `${message}, found ${text}`,
      fix: quote ? `put it in quotes: "${text}"` : fix,
    });
  };
  const respelled: Collector['respelled'] = (path, value) => {
    const source = sourceOf(path, platform, environment);
    const written = source.written(path);
    return written === String(value) ? undefined : written;
  };
  const placed: Collector['placeOf'] = (path) => {
    const source = sourceOf(path, platform, environment);
    return { file: source.path, ...placeOf(source, path, 'key') };
  };
  return { report, problems, respelled, placeOf: placed };
}

/** A value as a message shows it: a number or boolean as it is written. */
function foundText(found: unknown, path: Path, source: Source): string {
  const isPlain = typeof found === 'number' || typeof found === 'boolean';
  return (isPlain ? source.written(path) : undefined) ?? shown(found);
}

/** The file that says most about a path; on a tie, the one whose section it is. */
function sourceOf(path: Path, platform: Source, environment: Source): Source {
  if (isRemoved(path, environment.root)) return environment;
  const inEnvironment = depthOf(path, environment.root);
  const inPlatform = depthOf(path, platform.root);
  if (inEnvironment === path.length || inEnvironment > inPlatform) return environment;
  if (inPlatform > inEnvironment) return platform;
  return inPlatform > 0 || PLATFORM_SECTIONS.includes(String(path[0])) ? platform : environment;
}

/** Whether a document takes away what is around the path, with null. */
function isRemoved(path: Path, root: unknown): boolean {
  const depth = depthOf(path, root);
  const around = path.slice(0, depth).reduce<unknown>((value, step) => (value as YamlMap)[step], root);
  return depth > 0 && around === null;
}

/** How many steps of the path exist in a document. */
export function depthOf(path: Path, root: unknown): number {
  let value = root;
  let depth = 0;
  for (const step of path) {
    const isThere = Array.isArray(value)
      ? Number(step) < value.length
      : isMap(value) && Object.hasOwn(value, step);
    if (!isThere) break;
    value = (value as Record<string | number, unknown>)[step];
    depth += 1;
  }
  return depth;
}

/** The place of a path, or of the nearest thing around it: what is missing has no place of its own. */
export function placeOf(source: Source, path: Path, at: 'key' | 'value'): { line: number; column: number } {
  const exact = source.place(path, at);
  if (exact) return exact;
  for (let length = path.length - 1; length > 0; length -= 1) {
    const around = source.place(path.slice(0, length), 'key');
    if (around) return around;
  }
  return { line: 1, column: 1 };
}
