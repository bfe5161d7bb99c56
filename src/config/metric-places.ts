import { nearest } from '../words/nearest.ts';
import type { Problem } from './problem.ts';
import { isMap, type Source, type YamlMap } from './source.ts';

const SECTION = 'observability';

/** Reports metrics of a platform in which no environment has observability, nor means to: nobody would ever collect them. */
export function reportUnreadMetrics(
  platform: Source,
  environments: readonly Source[],
  problems: Problem[],
): void {
  const sources = [platform, ...environments];
  if (sources.some(({ root }) => (root[SECTION] ?? null) !== null)) return;
  if (sources.some(({ root }) => isMisspelt(root))) return;
  for (const { path: file, root, place } of sources) {
    if (!isMap(root['metrics'])) continue;
    const { line, column } = place(['metrics'], 'key') ?? { line: 1, column: 1 };
    const message = 'no environment has observability, so nobody collects them';
    const fix = 'remove them, or write observability: {level: minimal}';
    problems.push({ file, line, column, path: 'metrics', message, fix });
  }
}

/** A key of no other section that is nearly `observability`: that it is unknown is said elsewhere. */
function isMisspelt(root: YamlMap): boolean {
  return Object.keys(root).some((key) => key !== SECTION && nearest(key, [SECTION]) === SECTION);
}
