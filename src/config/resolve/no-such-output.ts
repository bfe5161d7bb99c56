import { nearest } from '../../words/nearest.ts';
import type { Path } from '../source.ts';
import type { ReferenceContext } from './references.ts';

/** Reports that what a reference names exists but has no such output, and which it has. */
export function noSuchOutput(
  head: string,
  rest: readonly string[],
  known: readonly string[],
  path: Path,
  { scope }: ReferenceContext,
): undefined {
  const guess = nearest(rest.join('.'), known);
  const fix = guess ? `write \${${head}.${guess}}` : `${head} has: ${[...known].sort().join(', ')}`;
  scope.report(path, `${head} has no output \`${rest.join('.')}\``, { fix });
}
