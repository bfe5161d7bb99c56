import type { Problem } from './problem.ts';
import { isMap, type Source } from './source.ts';

/** Reports metrics of a platform in which no environment has observability: nobody would ever collect them. */
export function reportUnreadMetrics(
  platform: Source,
  environments: readonly Source[],
  problems: Problem[],
): void {
  const sources = [platform, ...environments];
  if (sources.some(({ root }) => (root['observability'] ?? null) !== null)) return;
  for (const { path: file, root, place } of sources) {
    if (!isMap(root['metrics'])) continue;
    const { line, column } = place(['metrics'], 'key') ?? { line: 1, column: 1 };
    const message = 'no environment has observability, so nobody collects them';
    const fix = 'remove them, or write observability: {level: minimal}';
    problems.push({ file, line, column, path: 'metrics', message, fix });
  }
}
