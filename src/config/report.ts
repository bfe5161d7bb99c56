import type { Problem } from './problem.ts';
import { PLATFORM_SECTIONS } from './schema/document.ts';
import { isMap, type Path, type Source } from './source.ts';

/** How a problem is told: what to do about it, and whether the key or the value is at fault (the value if not said). */
export interface ReportOptions {
  readonly fix?: string | undefined;
  readonly at?: 'key' | 'value';
}

/** Takes a problem at a path of the merged document. */
export type Report = (path: Path, message: string, options?: ReportOptions) => void;

/**
 * Collects the problems of one environment. Each is placed in the file that decided the value: the environment's
 * where it says anything about the path, else the platform's.
 */
export function collector(platform: Source, environment: Source): { report: Report; problems: Problem[] } {
  const problems: Problem[] = [];
  const report: Report = (path, message, { fix, at = 'value' } = {}) => {
    const source = sourceOf(path, platform, environment);
    const place = placeOf(source, path, at);
    problems.push({ file: source.path, ...place, path: path.join('.'), message, fix });
  };
  return { report, problems };
}

/** The file that says most about a path; on a tie, the one whose section it is. */
function sourceOf(path: Path, platform: Source, environment: Source): Source {
  const inEnvironment = depthOf(path, environment.root);
  const inPlatform = depthOf(path, platform.root);
  if (inEnvironment === path.length || inEnvironment > inPlatform) return environment;
  if (inPlatform > inEnvironment) return platform;
  return inPlatform > 0 || PLATFORM_SECTIONS.includes(String(path[0])) ? platform : environment;
}

/** How many steps of the path exist in a document. */
function depthOf(path: Path, root: unknown): number {
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
function placeOf(source: Source, path: Path, at: 'key' | 'value'): { line: number; column: number } {
  const exact = source.place(path, at);
  if (exact) return exact;
  for (let length = path.length - 1; length > 0; length -= 1) {
    const around = source.place(path.slice(0, length), 'key');
    if (around) return around;
  }
  return { line: 1, column: 1 };
}
