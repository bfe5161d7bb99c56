import { EVENT_ID, type Event, SCALAR_STYLE } from 'js-yaml/browser';
import { type Construction, refuse } from './construction.ts';
import { startOf } from './event-source.ts';
import { positionAt } from './yaml-error.ts';

/**
 * The key that `event` begins and that has the value `key`. Undefined, with the reason noted, for one that is
 * not text, for a merge key and for the second of two; undefined also for one that is refused already. `starts`
 * holds where the earlier keys of the map begin, and takes this one.
 */
export function mapKey(
  state: Construction,
  event: Event | undefined,
  before: number,
  key: unknown,
  starts: Map<string, number>,
): string | undefined {
  if (key === undefined) return undefined;
  const offset = event === undefined || !('anchorStart' in event) ? before : startOf(event, before);
  const problem = typeof key === 'string' ? textProblem(state, event, key, starts) : otherProblem(key);
  if (problem !== undefined) {
    refuse(state, offset, problem);
    return undefined;
  }
  starts.set(String(key), offset);
  return String(key);
}

function textProblem(
  state: Construction,
  event: Event | undefined,
  key: string,
  starts: ReadonlyMap<string, number>,
): string | undefined {
  if (key === '<<' && event?.type === EVENT_ID.SCALAR && event.style === SCALAR_STYLE.PLAIN) {
    return 'merge keys (<<) are not supported: write the entries out';
  }
  const first = starts.get(key);
  if (first === undefined) return undefined;
  return writtenTwice(key, positionAt(state.text, first).line);
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
