import { nearest } from '../../words/nearest.ts';
import type { Flaw } from './schema.ts';
import type { FieldSpan } from './shape.ts';

/** The flaw of a field that its kind does not have. */
export function strayFlaw(field: string, key: string, known: Iterable<string>): Flaw {
  const all = [...known].sort();
  const near = nearest(key, all);
  const hint = near === undefined ? oneOf(all) : near;
  return { field, message: `expected ${hint}, found the unknown field ${key}`, breaksTypes: false };
}

/** The flaw of a field that its kind has in other versions of Kubernetes than `minor`. */
export function strangerFlaw(field: string, { since, until }: FieldSpan, minor: number): Flaw {
  const having = since === undefined || since <= minor ? `1.${until} or older` : `1.${since} or newer`;
  const message = `expected Kubernetes ${having} for this field, found 1.${minor}`;
  return { field, message, breaksTypes: false };
}

/** The flaw of a field that is there without a value. */
export function nullFlaw(field: string): Flaw {
  return { field, message: 'expected a value, or no such field; found null', breaksTypes: true };
}

/** Some of the values that would do: `one of A, B, C`. */
export function oneOf(values: readonly unknown[]): string {
  const texts = values.map((value) => (value === '' ? '""' : String(value)));
  if (texts.length === 1) return texts[0] ?? '';
  return texts.length > MOST_SHOWN
    ? `one of ${texts.slice(0, MOST_SHOWN).join(', ')} and ${texts.length - MOST_SHOWN} more`
    : `one of ${texts.join(', ')}`;
}

const MOST_SHOWN = 12;
const LONGEST_SHOWN = 60;

/** A value as a message shows it: short, maps and lists by their type alone. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a map';
  const text = JSON.stringify(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}...` : text;
}
