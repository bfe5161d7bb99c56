import { EVENT_ID, type Event, SCALAR_STYLE } from 'js-yaml/browser';
import { type Construction, refuse } from './construction.ts';
import { startOf } from './event-source.ts';
import type { Node } from './node.ts';
import { positionsIn } from './position.ts';

/**
 * The key that `event` begins and that has the value `key`. Undefined, with the reason noted, for one that is
 * not text, for a merge key and for the second of two; undefined also for one that is refused already. `earlier`
 * holds the entries of the map before this one.
 */
export function mapKey(
  state: Construction,
  event: Event | undefined,
  before: number,
  key: unknown,
  earlier: Readonly<Record<string, Node>>,
): string | undefined {
  if (key === undefined) return undefined;
  const offset = event === undefined || !('anchorStart' in event) ? before : startOf(event, before);
  const problem = typeof key === 'string' ? textProblem(state, event, key, earlier) : otherProblem(key);
  if (problem !== undefined) {
    refuse(state, offset, problem);
    return undefined;
  }
  return String(key);
}

function textProblem(
  state: Construction,
  event: Event | undefined,
  key: string,
  earlier: Readonly<Record<string, Node>>,
): string | undefined {
  if (key === '<<' && event?.type === EVENT_ID.SCALAR && event.style === SCALAR_STYLE.PLAIN) {
    return 'merge keys (<<) are not supported: write the entries out';
  }
  const first = Object.hasOwn(earlier, key) ? earlier[key] : undefined;
  return first && writtenTwice(key, positionsIn(state.text)(first.keyStart).line);
}

/** Says that a map has a key a second time. */
export function writtenTwice(key: string, firstLine: number): string {
  return `the key ${JSON.stringify(key)} is written twice; the first is on line ${firstLine}`;
}

function otherProblem(key: unknown): string {
  if (key === null) return 'a key must be text; this one is empty or null: write it in quotes';
  if (typeof key !== 'object') return `a key must be text; this one is a ${typeof key}: write it in quotes`;
  const [kind, bracket] = Array.isArray(key) ? ['list', '['] : ['map', '{'];
  return `a key must be text; this one is a ${kind}: quote text that begins with ${bracket}`;
}
