import type { Problem } from './problem.ts';
import { isMap, type Source } from './source.ts';

/**
 * Reports previews that stand where they would be for every environment, and those of a second environment: one Argo CD
 * brings all previews of a platform, under the same names.
 */
export function reportPreviewPlaces(
  platform: Source,
  environments: readonly Source[],
  problems: Problem[],
): void {
  const add = (source: Source, message: string, fix: string) => {
    const { line, column } = source.place(['previews'], 'key') ?? { line: 1, column: 1 };
    problems.push({ file: source.path, line, column, path: 'previews', message, fix });
  };
  if (isMap(platform.root['previews'])) {
    add(platform, 'every environment would have previews, production too', 'move it to the file of one');
  }
  const [first, ...others] = environments.filter(({ root }) => isMap(root['previews']));
  for (const other of others) {
    add(other, `the platform has previews in ${first?.path} already`, 'remove them from one of the two');
  }
}
