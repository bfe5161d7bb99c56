import { nearest } from '../../words/nearest.ts';
import type { Path } from '../source.ts';
import type { Scope } from './scope.ts';

/** The PriorityClass of a priority: they belong to no namespace, so their names start with the platform's. Reports one that does not exist. */
export function priorityClass(priority: string, path: Path, { document, report }: Scope): string {
  if (!Object.hasOwn(document.priorities, priority)) {
    const known = Object.keys(document.priorities);
    const guess = nearest(priority, known);
    report(path, `no priority is named \`${priority}\``, {
      fix: guess ? `write \`${guess}\`` : `use one of: ${known.sort().join(', ')}`,
    });
  }
  return `${document.platform}-${priority}`;
}
