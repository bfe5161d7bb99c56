import { HIDDEN_CHARACTERS, UNPAIRED_SURROGATE } from './hidden-characters.ts';

// What YAML 1.1 reads as a boolean or null, or (e5) as a number.
const WORD = String.raw`y|n|yes|no|on|off|true|false|null|nan|inf|[-.]*e[-+]?[\d_]+`;
// What may follow a digit in a number, a date or a time: 1e3, 0o17, 1_000, 12:30, 2026-01-02, and also 1.2.3.
const NUMERIC = String.raw`x[\da-f_]*|[\d_.,:+\-betoz ]*`;
// No indicator, and no sign or point that could begin a number.
const START = String.raw`[a-z_/$(]|\d(?!(?:${NUMERIC})$)|--?[a-z]|\.(?!inf$|nan$)[a-z]`;
// Printable ASCII without ": ", " #", and a colon or a space at the end.
const REST = '[!-9;-~]|:(?=[!-~])| (?=[ -"$-~])';
const PLAIN = new RegExp(`^(?!(?:${WORD})$)(?:${START})(?:${REST})*$`, 'i');

const EVERY_HIDDEN_CHARACTER = new RegExp(HIDDEN_CHARACTERS, 'gu');

/**
 * A string on one line: plain where no reader, of YAML 1.1 or 1.2, takes it for anything else, and quoted as
 * JSON does in every other case. An unpaired surrogate is a TypeError.
 */
export function lineScalar(text: string): string {
  return PLAIN.test(text) ? text : quoted(text);
}

/**
 * A number in the form that YAML 1.1 and 1.2 both read as this number: an exponent needs a point before it,
 * else it is a string in 1.1; minus zero needs one to keep its sign. NaN and the infinities are a TypeError.
 */
export function numberScalar(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError('not a finite number');
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0';
  const digits = String(value);
  return digits.includes('e') && !digits.includes('.') ? digits.replace('e', '.0e') : digits;
}

function quoted(text: string): string {
  const json = JSON.stringify(text);
  if (!HIDDEN_CHARACTERS.test(text)) return json;
  if (UNPAIRED_SURROGATE.test(text)) throw new TypeError('half of a surrogate pair');
  return json.replace(EVERY_HIDDEN_CHARACTER, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
